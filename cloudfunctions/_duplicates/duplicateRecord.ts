/** Two records that may be one person (疑似重复): `duplicates/<resident>.<resident>`, the ids in order, so that a pair is found once. */
import type { DuplicateState } from '../../shared/contracts/duplicates'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { duplicateTransitions, type DuplicateEvent } from './duplicateStates'

export type DuplicateFields = {
  region: string
  /** The town of both; null where they are of two, or of none: then only whoever sees the whole region sees the pair. */
  town: string | null
  people: [string, string]
  state: DuplicateState
  /** The record that stays, once somebody has said so. */
  keep: string | null
  /** Instants, UTC. */
  foundAt: string
  changedAt: string
  decidedBy: AuditActor | null
}

export type Duplicate = Stored<DuplicateFields>

export const duplicateIdOf = (people: readonly [string, string]): string => [...people].sort().join('.')

export const duplicateOf = ({ get }: Pick<Documents, 'get'>, id: string): Promise<Duplicate | undefined> =>
  get<DuplicateFields>('duplicates', id)

/**
 * Moves a pair along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveDuplicate(
  documents: Documents,
  duplicate: Duplicate,
  { event, actor, at }: { event: DuplicateEvent; actor: AuditActor; at: string },
  changes: Partial<DuplicateFields> = {},
): Promise<DuplicateState> {
  const state = stateAfter<DuplicateState, DuplicateEvent>(
    duplicateTransitions,
    duplicate.fields.state,
    event,
  )
  if (!state) throw new Error(`duplicate: ${event} in ${duplicate.fields.state}`)
  const fields = { ...duplicate.fields, ...changes, state, changedAt: at, decidedBy: actor }
  await documents.replace('duplicates', duplicate.id, duplicate.revision, fields)
  const [one, other] = fields.people
  await noteEvent(documents, `duplicate-${duplicate.id}-${duplicate.revision + 1}`, {
    actor,
    action: `duplicate${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `duplicates/${duplicate.id}`,
    at,
    details: { one, other, keep: fields.keep ?? '' },
  })
  return state
}
