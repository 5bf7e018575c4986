/**
 * Accounts of the staff (经办账号): `staffAccounts/<id>`, and `staffCallers/<caller index>` which leads from a WeChat account
 * to its one staff account.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import type { AccountState } from '../../shared/contracts/staffAccounts'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { ServicePorts, StaffCaller } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { accountTransitions, type AccountEvent } from './accountStates'

/** One account: who, at which desk, and how it came to be. */
export type StaffAccountFields = {
  role: Role
  region: string
  town: string | null
  /** As colleagues know them. */
  name: string
  /** The kinds of roster this account may import; left out: none. */
  imports?: ImportKind[]
  state: AccountState
  callerIndex: string | null
  /** Staff id of whoever opened it, or moved it last; null where that was nobody of the staff. */
  openedBy: string | null
  /** Instant, UTC. */
  openedAt: string
  /** The id of the invitation sent last; null before the first. */
  invitation: string | null
  /** 调岗: where it was before, the latest last; left out where it was never moved. Instants, UTC. */
  was?: { role: Role; town: string | null; until: string }[]
}

export type StaffAccount = Stored<StaffAccountFields>

/** Which staff account a WeChat account has. */
export type StaffCallerFields = { staffId: string }

/** The account in whatever state; undefined where there is none, or it is out of reach. */
export const accountOf = ({ get }: Pick<Documents, 'get'>, id: string): Promise<StaffAccount | undefined> =>
  get<StaffAccountFields>('staffAccounts', id)

/** Whether whoever has it may act now: it is confirmed, and has not ended. */
export const countsNow = ({ state }: StaffAccountFields): boolean => state === 'open' || state === 'bound'

/** The member of staff with this id as the account says now; undefined where there is none, or it does not count. */
export async function staffOf(
  { store }: Pick<ServicePorts, 'store'>,
  staffId: string,
): Promise<StaffCaller | undefined> {
  const account = await accountOf(store, staffId)
  if (!account || !countsNow(account.fields)) return undefined
  const { role, name, region, town, callerIndex, imports = [] } = account.fields
  return { staffId, name, role, region, town, callerIndex, imports }
}

/** The member of staff behind a WeChat account. */
export async function staffBehind(ports: ServicePorts, openId: string): Promise<StaffCaller | undefined> {
  const index = ports.cipher.index('caller', openId)
  const bound = await ports.store.get<StaffCallerFields>('staffCallers', index)
  const staff = bound && (await staffOf(ports, bound.fields.staffId))
  return staff?.callerIndex === index ? staff : undefined
}

/**
 * Moves an account along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveAccount(
  documents: Documents,
  account: StaffAccount,
  { event, actor, at }: { event: AccountEvent; actor: AuditActor; at: string },
  changes: Partial<StaffAccountFields> = {},
): Promise<StaffAccount> {
  const state = stateAfter<AccountState, AccountEvent>(accountTransitions, account.fields.state, event)
  if (!state) throw new Error(`account ${account.id}: ${event} in ${account.fields.state}`)
  const moved = await changeAccount(documents, account, { ...changes, state })
  await noteAccount(documents, account.id, `${event}-${account.revision}`, event, {
    actor,
    at,
    fields: moved.fields,
  })
  return moved
}

/**
 * Whether whoever acts on another account still may, read and held still inside the transaction that does: two people of the bureau who
 * end each other at the same moment would leave none.
 */
export async function standsStill(
  documents: Documents,
  { staffId, role, town }: StaffCaller,
): Promise<boolean> {
  const own = await accountOf(documents, staffId)
  if (!own || !countsNow(own.fields) || own.fields.role !== role || own.fields.town !== town) return false
  await documents.replace('staffAccounts', own.id, own.revision, own.fields)
  return true
}

/** Changes an account where it stands, inside a transaction, without an audit event. */
export async function changeAccount(
  documents: Documents,
  account: StaffAccount,
  changes: Partial<StaffAccountFields>,
): Promise<StaffAccount> {
  const fields = { ...account.fields, ...changes }
  await documents.replace('staffAccounts', account.id, account.revision, fields)
  return { ...account, revision: account.revision + 1, fields }
}

/** `once` says what makes it one event: an account may be moved several times. */
export const noteAccount = (
  documents: Documents,
  id: string,
  once: string,
  step: 'opened' | AccountEvent,
  { actor, at, fields }: { actor: AuditActor; at: string; fields: StaffAccountFields },
): Promise<void> =>
  noteEvent(documents, `account-${id}-${once}`, {
    actor,
    action: `account${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `staffAccounts/${id}`,
    at,
    details: { role: fields.role, ...before(step, fields) },
    region: fields.region,
  })

/** Which desk somebody is moved from; a town's name stays in the account. */
function before(
  step: 'opened' | AccountEvent,
  { was, town }: StaffAccountFields,
): Record<string, string | number> {
  const last = was?.at(-1)
  return last && (step === 'moved' || step === 'proposedElsewhere')
    ? { before: last.role, otherTown: last.town === town ? 0 : 1 }
    : {}
}
