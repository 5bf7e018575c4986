/** 待审证明: what residents sent, the oldest first; of a town's clerk, that town's. */
import { ListProofs, type ProofOnDesk } from '../../shared/contracts/staffProofs'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { shownProof, type Proof, type ProofFields } from '../_proofs/proofRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 20

export const listProofs = staffUseCase(
  ListProofs,
  ['clerk', 'bureau', 'auditor'],
  async ({ state, cursor }, ports) => {
    const page = await ports.store.find<ProofFields>('proofs', {
      where: { state },
      sort: { field: 'receivedAt', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const proofs = await Promise.all(page.documents.map((proof) => onDesk(ports, proof)))
    const shown = proofs.flatMap((proof) => proof ?? [])
    await notePeopleSeen(
      ports,
      'proofs',
      shown.map(({ residentId }) => residentId),
    )
    return done({
      proofs: shown,
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    })
  },
)

/** Undefined where the person has moved to another town meanwhile: then they are that town's. */
async function onDesk(ports: StaffPorts, proof: Proof): Promise<ProofOnDesk | undefined> {
  const shown = shownProof(proof)
  const stored = await ports.store.get<ResidentFields>('residents', proof.fields.residentId)
  if (!shown || !stored) return undefined
  const { name, idNumber } = openResident(ports.cipher, stored)
  const { bytes, callerIndex } = proof.fields
  const mayAct = ports.staff.role !== 'auditor' && callerIndex !== ports.staff.callerIndex
  return { ...shown, name, maskedId: maskIdNumber(idNumber), bytes, mayAct }
}
