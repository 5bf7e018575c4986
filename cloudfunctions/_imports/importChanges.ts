/** How the residents of a chunk were before (`importChanges/<id>-<n>`): facts only, name and number never change by an import. */
import type { Fields } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'

/** What an import may change of a resident. */
export type ImportedFacts = Pick<ResidentFields, 'town' | 'identities' | 'otherCover'>

export type ImportChange = {
  residentId: string
  /** The resident's revision as the import left it: another one now means that somebody else has changed it since. */
  revision: number
  /** Where the index of an added resident stands; null for a changed one. */
  indexId: string | null
  before: ImportedFacts | null
}

export type ImportChangesFields = { changes: ImportChange[] } & Fields

export const factsBefore = ({ town, identities, otherCover }: ResidentFields): ImportedFacts => ({
  town,
  identities,
  otherCover,
})
