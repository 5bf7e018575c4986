import type { RequestOf } from '../../shared/contracts/contract'
import { partsOf } from '../../shared/contracts/proof'
import type { UploadProof } from '../../shared/contracts/uploadProof'
import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import type { Resident } from '../_residents/residentRecord'
import { newFileKey, openFileKey, writePart } from './proofFile'
import { noteStep, proofOf, type Proof, type ProofFields } from './proofRecord'

type Request = RequestOf<typeof UploadProof>

/** Begins a proof of which nothing has arrived yet; of two at once, one. */
export function beginProof(ports: Ports, id: string, resident: Resident, request: Request): Promise<Proof> {
  const at = ports.clock.now()
  const caller = callerIndex(ports)
  const fields: ProofFields = {
    state: 'arriving',
    residentId: resident.id,
    region: resident.region,
    town: resident.town,
    coverageYear: request.coverageYear,
    paper: request.paper,
    replaces: request.replaces ?? null,
    callerIndex: caller,
    sealedKey: newFileKey(ports.cipher, id),
    file: ports.cipher.randomId(),
    bytes: request.bytes,
    arrived: 0,
    kind: null,
    unfit: null,
    reason: null,
    openedBy: null,
    decidedBy: null,
    receivedAt: at,
    changedAt: at,
  }
  return ports.store.transaction(async (documents) => {
    const standing = await proofOf(documents, id)
    if (standing) return standing
    await documents.insert('proofs', id, fields)
    await noteStep(documents, id, 'begun', { actor: `resident:${caller}`, at, fields })
    return { id, revision: 1, fields }
  })
}

/** Whether a key that is known was for this very file. */
export const isSameUpload = ({ fields }: Proof, request: Request): boolean =>
  fields.residentId === request.residentId &&
  fields.coverageYear === request.coverageYear &&
  fields.paper === request.paper &&
  fields.replaces === (request.replaces ?? null) &&
  (fields.state !== 'arriving' || fields.bytes === request.bytes)

/** How long this part must be. */
export const lengthOfPart = (bytes: number, part: number, size: number): number =>
  Math.max(0, Math.min(size, bytes - part * size))

/** Takes one part if it is the next; one that is there already, or comes too early, changes nothing. */
export function takePart(ports: Ports, proof: Proof, part: number, plain: Buffer): Promise<Proof> {
  const { cipher, store } = ports
  return store.transaction(async (documents) => {
    const standing = (await proofOf(documents, proof.id)) ?? proof
    const { state, sealedKey, file, arrived } = standing.fields
    if (state !== 'arriving' || sealedKey === null || part !== arrived) return standing
    await writePart(documents, openFileKey(cipher, proof.id, sealedKey), file, part, plain)
    const fields = { ...standing.fields, arrived: arrived + 1 }
    await documents.replace('proofs', proof.id, standing.revision, fields)
    return { ...standing, revision: standing.revision + 1, fields }
  })
}

export const isWhole = ({ fields: { state, arrived, bytes } }: Proof): boolean =>
  state === 'arriving' && arrived === partsOf(bytes)
