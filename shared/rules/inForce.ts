/** 补充通知: the table as each amending notice leaves it. */
import type { PolicyTable } from '../policy/table'
import type { CivilDay } from './civilDay'
import { citing } from './openValue'

/** A table and the day from which it holds; the first has none. */
export interface Version {
  from: CivilDay
  table: PolicyTable
}

/** The notice, then what each amending notice makes of it, in the order in which they take effect. */
export function versionsOf(table: PolicyTable): [Version, ...Version[]] {
  const amendments = [...(table.amendments ?? [])].sort((a, b) => (a.effective < b.effective ? -1 : 1))
  let current = table
  const later = amendments.map(({ effective, sets, id }) => {
    current = { ...current, ...citingAmendment(sets, id) }
    return { from: effective, table: current }
  })
  return [{ from: '', table }, ...later]
}

/** The last of some versions that holds on a day. */
export function inForceOn<V extends { from: CivilDay }>(versions: readonly [V, ...V[]], on: CivilDay): V {
  let inForce = versions[0]
  for (const version of versions) if (version.from <= on) inForce = version
  return inForce
}

/** Clauses of an amendment are its own, not the first notice's. */
function citingAmendment<T>(node: T, notice: string): T {
  if (Array.isArray(node)) return node.map((item: unknown) => citingAmendment(item, notice)) as T
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]: [string, unknown]) => [
    key,
    /clause$/i.test(key) || key === 'subsidyScope'
      ? citing(notice)(value as string | string[])
      : citingAmendment(value, notice),
  ])
  return Object.fromEntries(entries) as T
}
