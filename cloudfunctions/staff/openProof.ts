/** 看证明: hands out one part of a paper, and writes down who looked. A paper nobody can read any more is not found, nor is one of another town. */
import { partsOf } from '../../shared/contracts/proof'
import { OpenProof } from '../../shared/contracts/staffProofs'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { openFileKey, readPart } from '../_proofs/proofFile'
import { isShown, moveProof, noteStep, proofOf, proofWithin, type Proof } from '../_proofs/proofRecord'
import { proofTransitions, type ProofEvent, type StoredProofState } from '../_proofs/proofStates'
import { staffUseCase } from '../_staff/staffUseCase'
import { stateAfter } from '../_states/transitions'

export const openProof = staffUseCase(OpenProof, ['clerk', 'bureau'], async ({ proofId, part }, ports) => {
  const found = await proofWithin(ports.store, proofId)
  const { sealedKey = null, kind = null, bytes = 0, file = '' } = found?.fields ?? {}
  const isThere = found && isShown(found.fields.state) && part < partsOf(bytes)
  if (!isThere || sealedKey === null || kind === null) return refuse('notFound')
  if (found.fields.callerIndex === ports.staff.callerIndex) return refuse('ownProof')
  await noteLook(ports, proofId)
  const content = await readPart(ports.store, openFileKey(ports.cipher, proofId, sealedKey), file, part)
  return done({ kind, parts: partsOf(bytes), content: content.toString('base64') })
})

/** Before anything is handed out: a look that is not written down must not happen. */
function noteLook({ store, clock, staff }: StaffPorts, proofId: string): Promise<void> {
  const actor = actorOf(staff)
  const at = clock.now()
  return store.transaction(async (documents) => {
    const standing = await proofOf(documents, proofId)
    if (!standing) throw new Error('a proof has gone')
    if (!isOpenable(standing))
      return noteStep(documents, proofId, 'openedByStaff', { actor, at, fields: standing.fields })
    if (standing.fields.openedBy === actor && standing.fields.state === 'inReview')
      return noteStep(documents, proofId, 'openedByStaff', { actor, at, fields: standing.fields })
    await moveProof(documents, standing, { event: 'openedByStaff', actor, at }, { openedBy: actor })
  })
}

const isOpenable = ({ fields: { state } }: Proof): boolean =>
  stateAfter<StoredProofState, ProofEvent>(proofTransitions, state, 'openedByStaff') !== undefined
