import type { PolicyTable } from '../../../shared/policy/table'
import type { NamedNotice } from './notices'

/** The notice and its amendments as citations name them; a year in the title that misleads is put right. */
export const noticesOf = ({ notice, amendments = [], coverageYear }: PolicyTable): NamedNotice[] =>
  [notice, ...amendments].map(({ id, title, number, issued }) => ({
    id,
    title,
    number: number === 'unstated' ? undefined : number,
    issued: issued === 'unstated' ? undefined : issued,
    years:
      id === notice.id && notice.titleYear !== coverageYear
        ? { inTitle: notice.titleYear, covered: coverageYear }
        : undefined,
  }))
