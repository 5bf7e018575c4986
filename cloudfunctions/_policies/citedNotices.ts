import type { PolicyTable } from '../../shared/policy/table'

/** The notices a table's clauses belong to: its own and those that amend it. */
export const citedNotices = (table: PolicyTable) =>
  [table.notice, ...(table.amendments ?? [])].map(({ id, title, number, issued }) => ({
    id,
    title,
    ...(id === table.notice.id && misleadingYears(table)),
    ...(number === 'unstated' ? {} : { number }),
    ...(issued === 'unstated' ? {} : { issued }),
  }))

const misleadingYears = ({ notice: { titleYear }, coverageYear }: PolicyTable) =>
  titleYear === coverageYear ? {} : { years: { inTitle: titleYear, covered: coverageYear } }

/** The place whose table applies, as it is shown. */
export const placeOf = ({ region, place }: PolicyTable) => ({ region, name: place.name })
