import { DeskWaiting } from '../../../../shared/contracts/deskWaiting'
import { ListDays } from '../../../../shared/contracts/listDays'
import { ListImports } from '../../../../shared/contracts/listImports'
import { desksOf } from '../../../../shared/contracts/staff'
import { ListMatches } from '../../../../shared/contracts/staffMatch'
import { TownDaysWaiting } from '../../../../shared/contracts/townDay'
import { useCall } from '../../api/useCall'
import type { Me } from '../DeskFrame'
import { nothingWaits, type Waiting } from './tasksOf'

/** Everything that may wait for somebody of this role, asked for at once. */
export function useWaiting(me: Me) {
  const seesMoney = desksOf[me.role] !== undefined
  const isOfTowns = me.role === 'clerk' || me.role === 'bureau'
  const mayImport = me.imports.length > 0
  const desk = useCall(DeskWaiting, {})
  const days = useCall(ListDays, seesMoney ? {} : undefined)
  const imports = useCall(ListImports, mayImport ? {} : undefined)
  const isBureau = me.role === 'bureau'
  const matches = useCall(ListMatches, isBureau ? { coverageYear: me.coverageYear } : undefined)
  const townDays = useCall(TownDaysWaiting, isOfTowns ? {} : undefined)

  const wanted = [
    desk,
    ...(seesMoney ? [days] : []),
    ...(mayImport ? [imports] : []),
    ...(isBureau ? [matches] : []),
    ...(isOfTowns ? [townDays] : []),
  ]
  const waiting: Waiting = {
    desk: desk.asked.kind === 'done' ? desk.asked.reply : nothingWaits.desk,
    days: days.asked.kind === 'done' ? days.asked.reply.days : nothingWaits.days,
    imports: imports.asked.kind === 'done' ? imports.asked.reply.imports : nothingWaits.imports,
    matches: matches.asked.kind === 'done' ? matches.asked.reply.matches : nothingWaits.matches,
    townDays: townDays.asked.kind === 'done' ? townDays.asked.reply : nothingWaits.townDays,
  }
  return {
    waiting,
    unanswered: wanted.map(({ asked }) => asked).find(({ kind }) => kind !== 'done'),
    again: () => wanted.forEach((each) => each.again()),
  }
}
