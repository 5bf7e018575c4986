import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { stateAfter } from '../_states/transitions'
import { clearFile } from './proofFile'
import { moveProof, proofOf, type Proof, type ProofFields } from './proofRecord'
import { proofTransitions, type ProofEvent, type StoredProofState } from './proofStates'

/** 撤回: throws the file's key away, so that nobody can read it any more. Undefined where it is decided already. */
export async function endProof(ports: Ports, proofId: string): Promise<Proof | undefined> {
  const actor = `resident:${callerIndex(ports)}` as const
  const step = { event: 'withdrawnByResident', actor, at: ports.clock.now() } as const
  const ended = await ports.store.transaction(async (documents): Promise<Proof | undefined> => {
    const standing = await proofOf(documents, proofId)
    if (standing?.fields.state === 'withdrawn') return standing
    return standing && mayBeWithdrawn(standing)
      ? moveProof(documents, standing, step, { sealedKey: null })
      : undefined
  })
  if (ended) await clearFile(ports.store, ended.fields.file, ended.fields.bytes)
  return ended
}

/** Takes back everything the caller has sent that is not decided. */
export async function endAllProofs(ports: Ports): Promise<void> {
  const { documents } = await ports.store.find<ProofFields>('proofs', {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'receivedAt', order: 'descending' },
    limit: 500,
  })
  for (const proof of documents) if (mayBeWithdrawn(proof)) await endProof(ports, proof.id)
}

const mayBeWithdrawn = ({ fields: { state } }: Proof): boolean =>
  stateAfter<StoredProofState, ProofEvent>(proofTransitions, state, 'withdrawnByResident') !== undefined
