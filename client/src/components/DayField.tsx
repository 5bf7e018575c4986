import { DayEntry } from './Entry'
import { describedBy, Labelled } from './Field'
import { common } from '../texts/common'

interface Props {
  id: string
  label: string
  hint: string
  error?: string
  /** A civil day, or nothing yet. */
  day: string
  onDay: (day: string) => void
}

/** A day to choose: label, hint, error, box. */
export const DayField = ({ id, label, hint, error, day, onDay }: Props) => (
  <Labelled id={id} label={label} hint={hint} error={error}>
    <DayEntry
      id={id}
      label={label}
      empty={common.chooseDay}
      day={day}
      className="field__in"
      invalid={error !== undefined}
      describedBy={describedBy(id, error)}
      onDay={onDay}
    />
  </Labelled>
)
