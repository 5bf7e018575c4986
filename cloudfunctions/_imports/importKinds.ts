import {
  importKind,
  type ImportField,
  type ImportKind,
  type ImportShown,
} from '../../shared/contracts/imports'
import kinds from './importKinds.json'

/** What one kind of roster is made of. Departments call their columns and groups what they like: the words are data. */
export interface KindOfImport {
  /** What a row is about; left out: a person. */
  of?: 'targets' | 'counterPayments'
  /** It brings people nobody knew, of this residence: the population register alone. */
  adds?: { residence: string }
  /** Whether it is for one coverage year. */
  ofYear?: boolean
  /** What being on it says about other insurance. */
  otherCover?: 'employee'
  /** The field whose sum its total states, heads or yuan; left out: it states how many rows there are. */
  sumOf?: 'heads' | 'yuan'
  /** The headings by which each field is found. */
  columns: Partial<Record<ImportField, string[]>>
  /** Words of the roster and the identities they stand for. */
  identities?: Record<string, string>
  /** Words of the list and the channels they stand for. */
  channels?: Record<string, string>
}

/** Every kind there is has its entry. */
export const kindOf = (kind: ImportKind): KindOfImport => (kinds as Record<ImportKind, KindOfImport>)[kind]

/** Whether a roster of this kind says who has an identity. */
export const listsIdentities = (kind: ImportKind): boolean => kindOf(kind).identities !== undefined

const listing = new Map<string, ImportKind | undefined>()

/** The kind of roster that lists people with an identity, with its grade or without; undefined where no kind does. */
export function kindListing(code: string): ImportKind | undefined {
  if (!listing.has(code)) listing.set(code, findListing(code))
  return listing.get(code)
}

const findListing = (code: string): ImportKind | undefined =>
  importKind.options.find((kind) =>
    Object.values(kindOf(kind).identities ?? {}).some(
      (listed) => listed === code || listed.startsWith(`${code}/`) || code.startsWith(`${listed}/`),
    ),
  )

const optional: readonly ImportField[] = ['since', 'village', 'household', 'address', 'phone', 'account']

/** The fields a roster of this kind may have, and whether it says nothing without one. */
export const fieldsOf = (kind: ImportKind): ImportShown['fields'] =>
  (Object.keys(kindOf(kind).columns) as ImportField[]).map((field) => ({
    field,
    needed: !optional.includes(field),
  }))

/** The fields without which a roster of this kind says nothing. */
export const neededFields = (kind: ImportKind): ImportField[] =>
  fieldsOf(kind)
    .filter(({ needed }) => needed)
    .map(({ field }) => field)
