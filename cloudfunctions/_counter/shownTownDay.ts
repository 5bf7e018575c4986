import type { TownDayLine } from '../../shared/contracts/townDay'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents } from '../_ports/store'
import { colleagueName } from '../_staff/colleagueName'
import { depositedFen, nothingBooked, type TownDayFields } from './townDayRecord'

/** A day in one line, as a month lists it. */
export async function shownTownDay(
  documents: Pick<Documents, 'get'>,
  day: TownDayFields,
): Promise<TownDayLine> {
  const { date, state, payments, fen, heldFen, reversals, reversedFen, reversedHeldFen } = day
  const { difference, closedBy, closedAt, confirmedBy, confirmedAt } = day
  const done = async (by: string | null, at: string | null) =>
    by === null || at === null ? null : { by: await colleagueName(documents, by), at }
  return {
    date,
    state,
    payments,
    fen,
    heldFen,
    reversals,
    reversedFen,
    reversedHeldFen,
    depositedFen: depositedFen(day),
    difference,
    closed: await done(closedBy, closedAt),
    confirmed: await done(confirmedBy, confirmedAt),
  }
}

/** A day on which nobody has paid so far. */
export const emptyTownDay = (date: CivilDay): TownDayLine => ({
  date,
  state: 'open',
  ...nothingBooked,
  depositedFen: 0,
  difference: null,
  closed: null,
  confirmed: null,
})
