import { useState } from 'react'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import type { Choice } from '../../components/Pick'
import { RadioCards } from '../../components/RadioCards'
import { elsewhere as words } from '../../texts/elsewhere'
import { question } from '../../texts/question'

interface Props<Value extends string> {
  number: number
  heading: string
  hint: string
  choices: readonly Choice<Value>[]
  chosen: Value | undefined
  next: string
  onChoose: (value: Value) => void
  onNext: () => void
}

/** One of the two questions. Pressed too early, it says what is missing and stays. */
export function QuestionView<Value extends string>({
  number,
  heading,
  hint,
  choices,
  chosen,
  next,
  onChoose,
  onNext,
}: Props<Value>) {
  const [tooEarly, setTooEarly] = useState(false)
  const early = tooEarly && chosen === undefined
  return (
    <>
      <Box as="p" className="muted">
        {question.count(number, 2)}
      </Box>
      <Box as="h1" className="h1">
        {heading}
      </Box>
      <Box as="p" className="muted under">
        {hint}
      </Box>
      <Box className="block block--near">
        <RadioCards label={heading} choices={choices} chosen={chosen} onChoose={onChoose} />
      </Box>
      <Box className="block block--near stack stack--wide">
        {early ? (
          <Notice tone="stop" icon="warn" lines={[words.chooseFirst]} announced />
        ) : (
          <Notice icon="lock" lines={[words.private]} />
        )}
        <Button text={next} onTap={chosen === undefined ? () => setTooEarly(true) : onNext} />
      </Box>
    </>
  )
}
