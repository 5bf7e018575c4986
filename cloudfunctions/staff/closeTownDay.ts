/** 结账: a clerk has added the day up, and what was deposited is what passed through the town's hands, or they say why not. */
import { CloseTownDay } from '../../shared/contracts/townDay'
import { actOnTownDay } from '../_counter/actOnTownDay'
import { depositedFen, moveTownDay, toDepositFen } from '../_counter/townDayRecord'
import { actorOf } from '../_ports/audit'
import { refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const closeTownDay = staffUseCase(CloseTownDay, ['clerk'], ({ date, seen, difference }, ports) =>
  actOnTownDay(ports, { town: null, date }, async (documents, day, at) => {
    const { fields } = day
    const { staffId } = ports.staff
    if (fields.state === 'closed' && fields.closedBy === staffId) return day
    if (fields.state !== 'open') return refuse('notNow')
    if (date > ports.clock.today()) return refuse('notYet')
    const deposited = depositedFen(fields)
    const isAsSeen =
      seen.payments === fields.payments &&
      seen.fen === fields.fen &&
      seen.reversedFen === fields.reversedFen &&
      seen.depositedFen === deposited
    if (!isAsSeen) return refuse('changed')
    const missing = toDepositFen(fields) - deposited
    if (missing !== 0 && difference === null) return refuse('differenceUnsaid', { fen: missing })
    const step = { event: 'closedByClerk', actor: actorOf(ports.staff), at } as const
    return moveTownDay(documents, day, step, {
      difference: missing === 0 ? null : difference,
      closedBy: staffId,
      closedAt: at,
    })
  }),
)
