/** 撤回证明: the file's key is thrown away, so that nobody can read it any more. Said twice, it stays withdrawn. */
import { WithdrawProof } from '../../shared/contracts/withdrawProof'
import { done, refuse, useCase } from '../_ports/useCase'
import { clearFile } from '../_proofs/proofFile'
import { moveProof, proofOf, shownProof, type Proof } from '../_proofs/proofRecord'
import { proofTransitions, type ProofEvent, type StoredProofState } from '../_proofs/proofStates'
import { ownMember } from '../_proofs/ownMember'
import { callerIndex } from '../_residents/family'
import { stateAfter } from '../_states/transitions'

export const withdrawProof = useCase(WithdrawProof, async ({ proofId }, ports) => {
  const found = await proofOf(ports.store, proofId)
  const member = found && (await ownMember(ports, found.fields.residentId))
  if (!found || !member) return refuse('notFound')
  const step = {
    event: 'withdrawnByResident',
    actor: `resident:${callerIndex(ports)}`,
    at: ports.clock.now(),
  } as const
  const ended = await ports.store.transaction(async (documents): Promise<Proof | undefined> => {
    const standing = await proofOf(documents, proofId)
    if (standing?.fields.state === 'withdrawn') return standing
    return standing && mayBeWithdrawn(standing)
      ? moveProof(documents, standing, step, { sealedKey: null })
      : undefined
  })
  if (!ended) return refuse('decided')
  await clearFile(ports.store, ended.fields.file, ended.fields.bytes)
  const proof = shownProof(ended)
  return proof ? done({ proof }) : refuse('notFound')
})

const mayBeWithdrawn = ({ fields: { state } }: Proof): boolean =>
  stateAfter<StoredProofState, ProofEvent>(proofTransitions, state, 'withdrawnByResident') !== undefined
