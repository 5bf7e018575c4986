import type { PolicyTable } from '../../../shared/policy/table'
import type { NamedNotice } from './notices'

/** The notice of a table and those that amend it, to be cited; a year in the title that misleads is put right. */
export const noticesOf = ({ notice, amendments, coverageYear }: PolicyTable): NamedNotice[] =>
  [notice, ...(amendments ?? [])].map(({ id, title, number, issued, ...more }) => ({
    id,
    title,
    number: number === 'unstated' ? undefined : number,
    issued: issued === 'unstated' ? undefined : issued,
    ...('titleYear' in more && more.titleYear !== coverageYear
      ? { years: { inTitle: more.titleYear, covered: coverageYear } }
      : {}),
  }))
