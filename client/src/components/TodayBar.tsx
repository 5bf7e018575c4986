import { useState } from 'react'
import type { CivilDay } from '../../../shared/rules/civilDay'
import { Link } from './Button'
import { Box, Words, inMiniProgram } from './Element'
import { today as words } from '../texts/today'

/** The day a demonstration shows, in words and as a day. */
export interface TodayShown {
  text: string
  day: CivilDay
  /** Takes the service to another day; only a service that shows made-up people has it. */
  onDay: (day: CivilDay) => void
}

/** The day a demonstration pretends it is: every county's collection period lies in the past. */
export function TodayBar({ text, day, onDay }: TodayShown) {
  const [open, setOpen] = useState(false)
  return (
    <Box as="section" label={words.label} className="today">
      <Words className="today__text">{text}</Words>
      {!inMiniProgram && <Link className="link--small" text={words.change} onTap={() => setOpen(!open)} />}
      {open && (
        <input
          className="bare today__in"
          type="date"
          aria-label={words.change}
          defaultValue={day}
          onChange={(event) => {
            const { value } = event.currentTarget
            // A year that begins with a nought is not typed to its end.
            if (value !== '' && !value.startsWith('0')) onDay(value)
          }}
        />
      )}
    </Box>
  )
}
