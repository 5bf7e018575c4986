/** 审核证明: accepted, rejected, or a better one wanted; the reason is what the resident reads. */
import { DecideProof } from '../../shared/contracts/staffProofs'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { isShown, moveProof, proofWithin, type ProofFields } from '../_proofs/proofRecord'
import type { ProofEvent } from '../_proofs/proofStates'
import { staffUseCase } from '../_staff/staffUseCase'

const eventOf = {
  accepted: 'acceptedByStaff',
  rejected: 'rejectedByStaff',
  askedAgain: 'askedAgainByStaff',
} as const satisfies Record<string, ProofEvent>

export const decideProof = staffUseCase(DecideProof, ['clerk', 'bureau'], async (request, ports) => {
  const { proofId, decision } = request
  if (decision !== 'accepted' && request.reason === null) return refuse('reasonMissing')
  const reason = decision === 'accepted' ? null : request.reason
  const actor = actorOf(ports.staff)
  return ports.store.transaction(async (documents) => {
    const standing = await proofWithin(documents, proofId)
    if (!standing || !isShown(standing.fields.state)) return refuse('notFound')
    const { state, openedBy } = standing.fields
    if (isThere(standing.fields, { state: decision, reason, decidedBy: actor }))
      return done({ proofId, state: decision })
    if (state !== 'inReview' && state !== 'received') return refuse('decided')
    if (state === 'received' || openedBy !== actor) return refuse('notOpened')
    const step = { event: eventOf[decision], actor, at: ports.clock.now() }
    await moveProof(documents, standing, step, { reason, decidedBy: actor })
    return done({ proofId, state: decision })
  })
})

/** The same decision by the same person: its answer was lost, so it is given again. */
const isThere = (fields: ProofFields, said: Pick<ProofFields, 'state' | 'reason' | 'decidedBy'>): boolean =>
  fields.state === said.state && fields.reason === said.reason && fields.decidedBy === said.decidedBy
