import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore, type SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import type { KeyRing } from '../../../cloudfunctions/_adapters/keys/keyRing'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import { instantAt } from '../../../cloudfunctions/_ports/schedule'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import type { PolicyTable } from '../../../shared/policy/table'

export const county = { region: 'pubei', coverageYear: 2020, month: '2020-01', today: '2020-01-31' }
export const keysFile = (folder: string): string => join(folder, 'keys.json')
export const tablesFile = (folder: string): string => join(folder, 'tables.json')

/** What the match needs of a service, over a database file in a folder. */
export function benchPorts(
  folder: string,
  database: string,
): Omit<StaffPorts, 'store'> & { store: SqliteStore } {
  const keys = JSON.parse(readFileSync(keysFile(folder), 'utf8')) as KeyRing
  const tables = JSON.parse(readFileSync(tablesFile(folder), 'utf8')) as PolicyTable[]
  return {
    store: openSqliteStore(join(folder, database), localIndexes),
    cipher: createCipher(keys),
    policies: servePolicies(tables),
    clock: { now: () => instantAt(county.today, '09:00'), today: () => county.today },
    log: { info: () => undefined, alarm: () => undefined },
    staff: { staffId: 'bureau-1', name: '样例', role: 'bureau', ...county, town: null, callerIndex: null },
  } as unknown as StaffPorts & { store: SqliteStore }
}
