import { Box } from './Element'
import { Pick, type Choice } from './Pick'
import { common } from '../texts/common'

/** What was answered: some of the choices, none of them, or not known. `undefined` is not answered yet. */
export type Checked<Value extends string> = readonly Value[] | 'none' | 'unsure' | undefined

interface Props<Value extends string> {
  label: string
  id?: string
  choices: readonly Choice<Value>[]
  unsureHint: string
  checked: Checked<Value>
  onCheck: (checked: Checked<Value>) => void
}

/** Several of many; 都没有 and 不清楚 clear the rest, and any choice clears them. */
export function CheckCards<Value extends string>(props: Props<Value>) {
  const { label, id, choices, unsureHint, checked, onCheck } = props
  const some = Array.isArray(checked) ? (checked as readonly Value[]) : []
  const toggle = (value: Value) => {
    const next = some.includes(value) ? some.filter((other) => other !== value) : [...some, value]
    onCheck(next.length === 0 ? undefined : next)
  }
  const instead = (answer: 'none' | 'unsure') => onCheck(checked === answer ? undefined : answer)
  return (
    <Box role="group" label={label} id={id}>
      {choices.map((choice) => (
        <Pick
          key={choice.value}
          choice={choice}
          kind="checkbox"
          on={some.includes(choice.value)}
          onTap={() => toggle(choice.value)}
        />
      ))}
      <Box as="p" className="picks__or">
        {common.or}
      </Box>
      <Pick
        choice={{ value: 'none', text: common.none }}
        kind="checkbox"
        on={checked === 'none'}
        onTap={() => instead('none')}
      />
      <Pick
        choice={{ value: 'unsure', text: common.unsure, hint: unsureHint }}
        kind="checkbox"
        on={checked === 'unsure'}
        onTap={() => instead('unsure')}
      />
    </Box>
  )
}
