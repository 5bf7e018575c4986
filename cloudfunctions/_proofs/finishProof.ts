/**
 * All parts are there: the file is read as what it is, kept without what does not belong into it, under a new key. The raw
 * file's key is gone with the same transaction, so what the phone wrote into it (place, time) opens for nobody any more.
 */
import type { Ports } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { callerIndex } from '../_residents/family'
import { stateAfter } from '../_states/transitions'
import { readPaper } from './paper/readPaper'
import { clearFile, newFileKey, openFileKey, readFile, writeFile } from './proofFile'
import { moveProof, proofOf, type Proof } from './proofRecord'
import { proofTransitions, type ProofEvent, type StoredProofState } from './proofStates'

/** The proof as it stands then: received, or `unfit` with why. */
export async function finishProof(ports: Ports, whole: Proof): Promise<Proof> {
  const { store, cipher } = ports
  const { sealedKey, file, bytes } = whole.fields
  if (sealedKey === null) return whole
  let content: Buffer
  try {
    content = await readFile(store, openFileKey(cipher, whole.id, sealedKey), file, bytes)
  } catch (thrown) {
    // Somebody's second request may have been faster, and emptied the parts: then theirs stands.
    const standing = await proofOf(store, whole.id)
    if (!standing || standing.fields.state === 'arriving') throw thrown
    return standing
  }
  const read = readPaper(content)
  const finished =
    'unfit' in read
      ? await end(ports, whole, 'foundUnfit', { unfit: read.unfit, sealedKey: null })
      : await receive(ports, whole, read)
  await clearFile(store, file, bytes)
  return finished
}

async function receive(
  ports: Ports,
  whole: Proof,
  { kind, kept }: Extract<ReturnType<typeof readPaper>, { kept: Buffer }>,
): Promise<Proof> {
  const { store, cipher } = ports
  const sealedKey = newFileKey(cipher, whole.id)
  const file = cipher.randomId()
  await writeFile(store, openFileKey(cipher, whole.id, sealedKey), file, kept)
  const received = await end(ports, whole, 'arrivedWhole', {
    kind,
    sealedKey,
    file,
    bytes: kept.length,
    receivedAt: ports.clock.now(),
  })
  if (received.fields.file !== file) await clearFile(store, file, kept.length)
  return received
}

/** Somebody's second request may have been faster: then theirs stands. */
function end(
  ports: Ports,
  { id }: Proof,
  event: 'arrivedWhole' | 'foundUnfit',
  changes: Parameters<typeof moveProof>[3],
): Promise<Proof> {
  const step = { actor: `resident:${callerIndex(ports)}`, at: ports.clock.now() } as const
  return ports.store.transaction(async (documents) => {
    const standing = await proofOf(documents, id)
    if (!standing) throw new Error(`no proof ${id}`)
    if (standing.fields.state !== 'arriving') return standing
    const { replaces } = standing.fields
    if (event === 'arrivedWhole' && replaces !== null && !(await replaceProof(documents, standing, step)))
      return moveProof(
        documents,
        standing,
        { event: 'foundUnfit', ...step },
        { unfit: 'notReplaceable', sealedKey: null },
      )
    return moveProof(documents, standing, { event, ...step }, changes)
  })
}

/** A proof that may be replaced by a later one: the office has asked again for it, or rejected it. */
export const isReplaceable = ({ fields: { state } }: Proof): boolean =>
  stateAfter<StoredProofState, ProofEvent>(proofTransitions, state, 'replacedByResident') !== undefined

export const isReplacementFor = (later: Pick<Proof, 'fields'>['fields'], earlier: Proof): boolean =>
  earlier.fields.residentId === later.residentId &&
  earlier.fields.coverageYear === later.coverageYear &&
  earlier.fields.paper === later.paper

async function replaceProof(
  documents: Documents,
  { fields }: Proof,
  step: Omit<Parameters<typeof moveProof>[2], 'event'>,
): Promise<boolean> {
  const earlier = await proofOf(documents, fields.replaces ?? '')
  if (!earlier || !isReplaceable(earlier) || !isReplacementFor(fields, earlier)) return false
  await moveProof(documents, earlier, { event: 'replacedByResident', ...step }, { sealedKey: null })
  return true
}
