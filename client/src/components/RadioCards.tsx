import type { KeyboardEvent } from 'react'
import { Box } from './Element'
import { Pick, type Choice } from './Pick'

interface Props<Value extends string> {
  label: string
  id?: string
  choices: readonly Choice<Value>[]
  /** Nothing is chosen beforehand. */
  chosen: Value | undefined
  /** Choosing leaves the page: an arrow key only goes from one to the next, and Enter chooses. */
  leadsOn?: boolean
  onChoose: (value: Value) => void
}

/** How far a key goes, as among a browser's own radio buttons. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** One of several: one stop for the Tab key, and arrow keys from one to the next. */
export function RadioCards<Value extends string>(props: Props<Value>) {
  const { label, id, choices, chosen, leadsOn, onChoose } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
    const at = cards.findIndex((card) => card === event.target)
    if (step === undefined || at < 0) return
    event.preventDefault()
    const next = (at + step + cards.length) % cards.length
    cards[next]?.focus()
    const choice = choices[next]
    if (choice && !leadsOn) onChoose(choice.value)
  }
  const stop = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value
  return (
    <Box role="radiogroup" label={label} id={id} focusable onKeyDown={onKeyDown}>
      {choices.map((choice) => (
        <Pick
          key={choice.value}
          choice={choice}
          kind="radio"
          on={choice.value === chosen}
          isPassedByTab={choice.value !== stop}
          onTap={() => onChoose(choice.value)}
        />
      ))}
    </Box>
  )
}
