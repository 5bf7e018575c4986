/** What one types in or picks a day with, on the two platforms. */
import { Input, Picker, View } from '@tarojs/components'
import { given, inMiniProgram, spokenInMini } from './Element'

interface EntryProps {
  id: string
  label: string
  initial: string
  className: string
  maxLength: number
  invalid: boolean
  describedBy?: string
  onType: (text: string) => void
  /** The key that ends the line: what is typed is to be taken as it stands. */
  onEnter?: () => void
}

/** A line to type in. It keeps its own text (uncontrolled): a controlled one jumps the cursor in the mini-program. */
export function Entry({
  id,
  label,
  initial,
  className,
  maxLength,
  invalid,
  describedBy,
  onType,
  onEnter,
}: EntryProps) {
  if (inMiniProgram) {
    return (
      <Input
        id={id}
        className={className}
        defaultValue={initial}
        maxlength={maxLength}
        aria-label={label}
        onInput={(event) => onType(event.detail.value)}
        {...(onEnter ? { onConfirm: onEnter } : {})}
      />
    )
  }
  return (
    <input
      id={id}
      className={`bare ${className}`}
      defaultValue={initial}
      maxLength={maxLength}
      autoComplete="off"
      {...given({ 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy })}
      onInput={(event) => onType(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
    />
  )
}

interface DayEntryProps {
  id: string
  label: string
  /** What stands in the box while no day is chosen. Mini-program only; a browser writes its own. */
  empty: string
  /** A civil day, or nothing yet. */
  day: string
  className: string
  invalid: boolean
  describedBy?: string
  onDay: (day: string) => void
}

/** A day, chosen the way the platform chooses days. What is no day (30 February, half typed) comes as `none`. */
export function DayEntry({ id, label, empty, day, className, invalid, describedBy, onDay }: DayEntryProps) {
  if (inMiniProgram) {
    return (
      <Picker mode="date" value={day} onChange={(event) => onDay(event.detail.value)}>
        <View
          id={id}
          className={className}
          {...spokenInMini({ label: `${label}，${day || empty}`, role: 'button' })}
        >
          {day || empty}
        </View>
      </Picker>
    )
  }
  return (
    <input
      id={id}
      type="date"
      className={`bare ${className}`}
      defaultValue={day}
      {...given({ 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy })}
      onInput={({ currentTarget: { value, validity } }) =>
        // A year that begins with a nought is not typed to its end.
        onDay(validity.badInput || value.startsWith('0') ? 'none' : value)
      }
    />
  )
}
