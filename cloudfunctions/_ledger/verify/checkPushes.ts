import { dayId, type DayFields } from '../../_days/dayRecord'
import { dayStates } from '../../_days/dayStates'
import { pushOf } from '../../_days/pushRecord'
import { everyOne, violated, type Books } from './books'

/** What turned up so lately is sent with the next round. */
const patienceMs = 10 * 60_000

/** What was sent last for each day is what the ledger says of it. */
export async function checkPushes(books: Books): Promise<void> {
  const longAgo = new Date(Date.parse(books.now) - patienceMs).toISOString()
  for await (const { id, fields } of everyOne<DayFields>(books, 'days', 'date')) {
    const { state, region, date, version } = fields
    if (!dayStates.includes(state)) violated(books, 'unknownState', `days/${id}`)
    if (state !== 'pushed' && state !== 'confirmed') continue
    const ledger = books.days.get(dayId(region, date)) ?? { people: 0, fen: 0, recordedAt: '' }
    if (ledger.recordedAt > longAgo) continue
    const push = await pushOf(books.store, region, date, version)
    if (push?.fields.fen !== ledger.fen || push.fields.rows !== ledger.people)
      violated(books, 'pushDiffers', `days/${id}`)
  }
}
