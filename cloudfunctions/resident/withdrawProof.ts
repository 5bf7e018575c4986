/** 撤回证明: nobody can read it any more. Said twice, it stays withdrawn. */
import { WithdrawProof } from '../../shared/contracts/withdrawProof'
import { done, refuse, useCase } from '../_ports/useCase'
import { endProof } from '../_proofs/endProof'
import { ownMember } from '../_proofs/ownMember'
import { proofOf, shownProof } from '../_proofs/proofRecord'

export const withdrawProof = useCase(WithdrawProof, async ({ proofId }, ports) => {
  const found = await proofOf(ports.store, proofId)
  const member = found && (await ownMember(ports, found.fields.residentId))
  if (!member) return refuse('notFound')
  const ended = await endProof(ports, proofId)
  if (!ended) return refuse('decided')
  const proof = shownProof(ended)
  return proof ? done({ proof }) : refuse('notFound')
})
