/** 我交的证明: how far each of one person's papers is. Only oneself, or a child's guardian. */
import { MyProofs } from '../../shared/contracts/myProofs'
import { done, refuse, useCase } from '../_ports/useCase'
import { shownProof, type ProofFields } from '../_proofs/proofRecord'
import { ownMember } from '../_proofs/ownMember'

/** More than the limits let anybody send in some days; older ones are replaced or decided. */
const shownAtMost = 50

export const myProofs = useCase(MyProofs, async ({ residentId, coverageYear }, ports) => {
  const member = await ownMember(ports, residentId)
  if (!member) return refuse('notFound')
  const { documents } = await ports.store.find<ProofFields>('proofs', {
    where: { residentId, coverageYear },
    sort: { field: 'receivedAt', order: 'descending' },
    limit: shownAtMost,
  })
  return done({ proofs: documents.flatMap((proof) => shownProof(proof) ?? []) })
})
