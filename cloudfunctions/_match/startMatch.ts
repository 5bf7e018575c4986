import { noteEvent } from '../_audit/noteEvent'
import { listingsOf, standingRosters, takenIn } from '../_imports/rosterStanding'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import { matchIdOf, matchOf, nothingFound, type Match, type MatchFields } from './matchRecord'
import { matchesOfYear } from './matchesOfYear'
import { concernsYear, lastDayOf, monthOf } from './monthsToMatch'
import { rostersTaken } from './rostersTaken'

/**
 * Begins the match of a month; one that stands already is that one. `notYet`: the month has not come, or is none of that coverage year ·
 * `laterStands`: a later month is matched already.
 */
export async function startMatch(
  { store, clock, staff }: StaffPorts,
  coverageYear: number,
  month: string,
): Promise<Match | 'notYet' | 'laterStands'> {
  const { region } = staff
  const id = matchIdOf(region, coverageYear, month)
  const today = clock.today()
  if (month > monthOf(today) || !concernsYear(month, coverageYear)) return 'notYet'
  const before = await matchesOfYear(store, region, coverageYear)
  const standing = before.find((match) => match.id === id)
  if (standing) return standing
  if (before.some(({ fields }) => fields.month > month)) return 'laterStands'
  const taken = await takenIn(store, region)
  const rosters = rostersTaken(taken)
  const now = clock.now()
  const on = [today, lastDayOf(month)].sort()[0] ?? today
  const fields: MatchFields = {
    region,
    town: null,
    coverageYear,
    month,
    state: 'begun',
    on,
    previous: before.find((match) => match.fields.state === 'done')?.id ?? null,
    rosters,
    listings: listingsOf(taken),
    standing: standingRosters(taken).flatMap(({ importIds }) => importIds),
    found: nothingFound,
    decided: nothingFound,
    people: 0,
    concerned: 0,
    unsettled: 0,
    startedBy: staff.staffId,
    startedAt: now,
    changedAt: now,
    doneAt: null,
  }
  return store.transaction(async (documents) => {
    const other = await matchOf(documents, id)
    if (other) return other
    await documents.insert('matches', id, fields)
    await noteEvent(documents, `match-${id}-begun`, {
      actor: actorOf(staff),
      action: 'matchBegun',
      object: `matches/${id}`,
      at: now,
      details: { rosters: rosters.length },
    })
    return { id, revision: 1, fields }
  })
}
