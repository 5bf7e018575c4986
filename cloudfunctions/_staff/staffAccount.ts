/**
 * Accounts of the staff (经办账号): `staffAccounts/<id>`, and `staffCallers/<caller index>` which leads from a WeChat account
 * to its one staff account.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import type { ServicePorts, StaffCaller } from '../_ports/ports'

export type StaffAccountFields = {
  role: Role
  region: string
  town: string | null
  /** As colleagues know them. */
  name: string
  /** The kinds of roster this account may import; left out: none. */
  imports?: ImportKind[]
  callerIndex: string | null
  /** Instant, UTC, from which the account counts no more; null while it does. */
  endedAt: string | null
}

export type StaffCallerFields = { staffId: string }

/** The member of staff with this id as the account says now; undefined where there is none, or it has ended. */
export async function staffOf(
  { store }: Pick<ServicePorts, 'store'>,
  staffId: string,
): Promise<StaffCaller | undefined> {
  const account = await store.get<StaffAccountFields>('staffAccounts', staffId)
  if (!account || account.fields.endedAt !== null) return undefined
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
