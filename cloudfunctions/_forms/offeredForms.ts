import type { FormOffered } from '../../shared/contracts/forms'
import type { FormDefinition } from '../../shared/forms/formDefinition'
import type { PolicyTable } from '../../shared/policy/table'
import { citing } from '../../shared/rules/openValue'
import { formDefinitions } from './formDefinitions'

type NamedBy = FormDefinition['namedBy'][number]

/** The definition of a form that this notice has, or that any county may use. */
export const formOf = (table: PolicyTable, key: string): FormDefinition | undefined =>
  formsOf(table).find((definition) => definition.key === key)

/** The forms of a place: what its notice prints or names, and the common ones; never another county's. */
export const formsOf = (table: PolicyTable): FormDefinition[] =>
  formDefinitions.filter((definition) => definition.common || naming(table, definition) !== undefined)

/** Where this place's notice has the form; undefined where it does not know it. */
export const naming = ({ notice }: PolicyTable, { namedBy }: FormDefinition): NamedBy | undefined =>
  namedBy.find((named) => named.notice === notice.id)

/** The form as it is chosen from. */
export function offered(table: PolicyTable, definition: FormDefinition): FormOffered {
  const named = naming(table, definition)
  const { key, name, village, period, columns, check } = definition
  return {
    key,
    name,
    origin: named ? (named.printed ? 'printed' : 'named') : 'own',
    clauses: named ? [...citing(named.notice)(named.clauses)] : [],
    perVillage: village === 'must',
    hasRows: columns.length > 0,
    period,
    check: check ?? null,
  }
}
