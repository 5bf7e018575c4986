import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { inForceOn, versionsOf } from '../../../../shared/rules/inForce'
import { citing, type Cite } from '../../../../shared/rules/openValue'

/** A table as it is read: in force on a day, its clauses as full citations, and whom to ask where it is silent. */
export interface Reader {
  table: PolicyTable
  cite: Cite
  /** The name of an office by its code; without one, of the office the table names for open questions. */
  office: (code?: string) => string
}

export function readerOf(whole: PolicyTable, on: CivilDay): Reader {
  const { table } = inForceOn(versionsOf(whole), on)
  return {
    table,
    cite: citing(table.notice.id),
    office: (code) => (table.offices[code ?? table.ask] ?? table.offices[table.ask])?.name ?? '',
  }
}
