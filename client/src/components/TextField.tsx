import { Textarea } from '@tarojs/components'
import { inMiniProgram } from './Element'
import { describedBy, Labelled } from './Field'

interface Props {
  id: string
  label: string
  hint: string
  error?: string
  initial: string
  maxLength: number
  onType: (text: string) => void
}

/** Several lines to write in. It keeps its own text (uncontrolled), as a line does. */
export const TextField = ({ id, label, hint, error, initial, maxLength, onType }: Props) => (
  <Labelled id={id} label={label} hint={hint} error={error}>
    {inMiniProgram ? (
      <Textarea
        id={id}
        className="field__in field__in--text"
        defaultValue={initial}
        maxlength={maxLength}
        aria-label={label}
        onInput={(event) => onType(event.detail.value)}
      />
    ) : (
      <textarea
        id={id}
        className="bare field__in field__in--text"
        defaultValue={initial}
        maxLength={maxLength}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, error)}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    )}
  </Labelled>
)
