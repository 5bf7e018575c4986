import { shanghaiClock } from '../_adapters/clock/shanghaiClock'
import { civilDayOf, type Clock } from '../_ports/clock'
import { isCivilDay, type CivilDay } from '../../shared/rules/civilDay'

/** A clock that can be set to another day; the time of day goes on as it is. */
export interface SettableClock extends Clock {
  milliseconds(): number
  /** False, and nothing set, for a day the calendar does not have. */
  setDay(day: CivilDay): boolean
}

export function settableClock(): SettableClock {
  let offset = 0
  const milliseconds = () => Date.now() + offset
  return {
    ...shanghaiClock(milliseconds),
    milliseconds,
    setDay(day) {
      if (!isCivilDay(day)) return false
      offset = Date.parse(day) - Date.parse(civilDayOf(new Date().toISOString()))
      return true
    },
  }
}
