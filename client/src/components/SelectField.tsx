import { Picker, View } from '@tarojs/components'
import { inMiniProgram } from './Element'
import { describedBy, Labelled } from './Field'

interface Props<Value extends string> {
  id: string
  label: string
  hint: string
  error?: string
  choices: readonly { value: Value; text: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** One of many, folded up: for where cards would fill the screen. Label, hint, error, box. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { id, label, hint, error, choices, chosen, onChoose } = props
  const choose = (place: number) => {
    const choice = choices[place]
    if (choice) onChoose(choice.value)
  }
  const place = choices.findIndex(({ value }) => value === chosen)
  const text = choices[place]?.text ?? ''
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {inMiniProgram ? (
        <Picker
          mode="selector"
          range={choices.map((choice) => choice.text)}
          value={Math.max(place, 0)}
          onChange={(event) => choose(Number(event.detail.value))}
        >
          <View id={id} className="field__in" aria-label={`${label}，${text}`} aria-role="button">
            {text}
          </View>
        </Picker>
      ) : (
        <select
          id={id}
          className="bare field__in field__in--select"
          value={chosen}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, error)}
          onChange={({ currentTarget }) => choose(currentTarget.selectedIndex)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
