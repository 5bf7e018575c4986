/** 复核: a second person finds the day right, or sends it back to be mended. */
import { ConfirmTownDay } from '../../shared/contracts/townDay'
import { actOnTownDay } from '../_counter/actOnTownDay'
import { moveTownDay } from '../_counter/townDayRecord'
import { actorOf } from '../_ports/audit'
import { refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const confirmTownDay = staffUseCase(
  ConfirmTownDay,
  ['clerk', 'bureau'],
  ({ town, date, decision }, ports) =>
    actOnTownDay(ports, { town, date }, async (documents, day, at) => {
      const { state, closedBy, confirmedBy } = day.fields
      const { staffId } = ports.staff
      if (decision === 'confirmed' && state === 'confirmed' && confirmedBy === staffId) return day
      if (state !== 'closed') return refuse('notNow')
      if (closedBy === staffId) return refuse('ownClosing')
      const actor = actorOf(ports.staff)
      return decision === 'confirmed'
        ? moveTownDay(
            documents,
            day,
            { event: 'confirmedByColleague', actor, at },
            {
              confirmedBy: staffId,
              confirmedAt: at,
            },
          )
        : moveTownDay(
            documents,
            day,
            { event: 'sentBack', actor, at },
            {
              closedBy: null,
              closedAt: null,
              difference: null,
            },
          )
    }),
)
