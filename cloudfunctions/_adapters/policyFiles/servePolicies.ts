import { createHash } from 'node:crypto'
import type { PolicyTable } from '../../../shared/policy/table'
import { canonicalJson } from '../../_ports/canonicalJson'
import type { Policies, PolicyInForce } from '../../_ports/policies'

/** SHA-256 of a table's canonical JSON: what an order is frozen with. */
const hashOf = (table: PolicyTable): string => createHash('sha256').update(canonicalJson(table)).digest('hex')

/** Policies over tables that are already read. @throws where two tables claim the same place and year. */
export function servePolicies(tables: readonly PolicyTable[]): Policies {
  const byKey = new Map<string, PolicyInForce>()
  for (const table of tables) {
    const { region, coverageYear } = table
    const key = `${region}/${coverageYear}`
    if (byKey.has(key)) throw new Error(`two tables for ${key}`)
    byKey.set(key, { region, coverageYear, table, hash: hashOf(table) })
  }
  const all = [...byKey.values()].sort(
    (a, b) => a.region.localeCompare(b.region, 'en') || a.coverageYear - b.coverageYear,
  )
  return { inForce: (region, coverageYear) => byKey.get(`${region}/${coverageYear}`), all: () => all }
}
