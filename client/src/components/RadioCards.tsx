import { Box } from './Element'
import { Pick, type Choice } from './Pick'

interface Props<Value extends string> {
  label: string
  id?: string
  choices: readonly Choice<Value>[]
  /** Nothing is chosen beforehand. */
  chosen: Value | undefined
  onChoose: (value: Value) => void
}

/** One of several. */
export function RadioCards<Value extends string>({ label, id, choices, chosen, onChoose }: Props<Value>) {
  return (
    <Box role="radiogroup" label={label} id={id} focusable>
      {choices.map((choice) => (
        <Pick
          key={choice.value}
          choice={choice}
          kind="radio"
          on={choice.value === chosen}
          onTap={() => onChoose(choice.value)}
        />
      ))}
    </Box>
  )
}
