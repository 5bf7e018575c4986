import type { ImportField, ImportKind } from '../../shared/contracts/imports'
import kinds from './importKinds.json'

/** What one kind of roster is made of. Departments call their columns and groups what they like: the words are data. */
export interface KindOfImport {
  /** It brings people nobody knew, of this residence: the population register alone. */
  adds?: { residence: string }
  /** Whether it is for those who answer for a whole region, not for one town. */
  wholeRegion?: boolean
  /** What being on it says about other insurance. */
  otherCover?: 'employee'
  /** The headings by which each field is found. */
  columns: Partial<Record<ImportField, string[]>>
  /** Words of the roster and the identities they stand for. */
  identities?: Record<string, string>
}

export const kindOf = (kind: ImportKind): KindOfImport => (kinds as Record<ImportKind, KindOfImport>)[kind]

const optional: readonly ImportField[] = ['since']

/** The fields without which a roster of this kind says nothing. */
export const neededFields = (kind: ImportKind): ImportField[] =>
  (Object.keys(kindOf(kind).columns) as ImportField[]).filter((field) => !optional.includes(field))
