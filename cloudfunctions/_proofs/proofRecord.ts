/** Proofs (证明材料): `proofs/<id>`, and the sealed file beside it in parts (`proofFile.ts`). */
import type { ProofKind, ProofReason, ProofShown, ProofState } from '../../shared/contracts/proof'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Ports } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { callerIndex } from '../_residents/family'
import { stateAfter } from '../_states/transitions'
import { proofTransitions, type ProofEvent, type StoredProofState } from './proofStates'

/** What is wrong with a file. */
export type Unfit = 'otherType' | 'twoKinds' | 'broken' | 'locked' | 'active'

export type ProofFields = {
  state: StoredProofState
  residentId: string
  region: string
  town: string | null
  coverageYear: number
  /** By the vocabulary's code. */
  paper: string
  /** The proof it replaces once it is whole. */
  replaces: string | null
  callerIndex: string
  /** The key of the file, sealed; null once nobody is to read the file any more. */
  sealedKey: string | null
  /** What the parts of the file are called by. */
  file: string
  /** Of the file as it was sent; once it is whole, of the file as it is kept. */
  bytes: number
  arrived: number
  kind: ProofKind | null
  /** Why it was not taken once it was whole: the file, or that what it should replace waited for nothing any more. */
  unfit: Unfit | 'notReplaceable' | null
  reason: ProofReason | null
  openedBy: AuditActor | null
  decidedBy: AuditActor | null
  /** Instants, UTC. `receivedAt` is that of the beginning until it is whole. */
  receivedAt: string
  changedAt: string
}

export type Proof = Stored<ProofFields>

/** The same key of the same caller is the same proof. */
export const proofIdFor = (ports: Ports, key: string): string =>
  ports.cipher.index('proof', `${callerIndex(ports)}/${key}`).slice(0, 32)

export const proofOf = ({ get }: Pick<Documents, 'get'>, id: string): Promise<Proof | undefined> =>
  get<ProofFields>('proofs', id)

/** A paper of somebody within the caller's reach. Whoever has moved to another town since they sent it is theirs, and so is the paper. */
export async function proofWithin(documents: Pick<Documents, 'get'>, id: string): Promise<Proof | undefined> {
  const proof = await proofOf(documents, id)
  return proof && (await documents.get('residents', proof.fields.residentId)) ? proof : undefined
}

/**
 * Moves a proof along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveProof(
  documents: Documents,
  proof: Proof,
  { event, actor, at }: { event: ProofEvent; actor: AuditActor; at: string },
  changes: Partial<ProofFields> = {},
): Promise<Proof> {
  const state = stateAfter<StoredProofState, ProofEvent>(proofTransitions, proof.fields.state, event)
  if (!state) throw new Error(`proof ${proof.id}: ${event} in ${proof.fields.state}`)
  const fields: ProofFields = { ...proof.fields, ...changes, state, changedAt: at }
  await documents.replace('proofs', proof.id, proof.revision, fields)
  await noteStep(documents, proof.id, event, { actor, at, fields })
  return { ...proof, revision: proof.revision + 1, fields }
}

/** Everything happens to a proof once, but for being looked at: by whom, once a minute. */
export const noteStep = (
  documents: Documents,
  id: string,
  step: 'begun' | ProofEvent,
  { actor, at, fields }: { actor: AuditActor; at: string; fields: ProofFields },
): Promise<void> =>
  noteEvent(
    documents,
    step === 'openedByStaff' ? `proof-${id}-${step}-${actor}-${at.slice(0, 16)}` : `proof-${id}-${step}`,
    {
      actor,
      action: `proof${step.charAt(0).toUpperCase()}${step.slice(1)}`,
      object: `proofs/${id}`,
      at,
      details: { resident: fields.residentId, paper: fields.paper, reason: fields.reason ?? '' },
    },
  )

/** As a resident sees it; undefined while it has not arrived, or where it was no file that is taken. */
export function shownProof({ id, fields }: Proof): ProofShown | undefined {
  const { state, residentId, coverageYear, paper, kind, reason, receivedAt, changedAt } = fields
  if (!isShown(state) || kind === null) return undefined
  return { proofId: id, residentId, coverageYear, paper, kind, state, reason, receivedAt, asOf: changedAt }
}

export const isShown = (state: StoredProofState): state is ProofState =>
  state !== 'arriving' && state !== 'unfit'
