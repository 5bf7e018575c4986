import type { ComponentProps } from 'react'
import { Box } from '../components/Element'
import { RadioCards } from '../components/RadioCards'

type Props<Value extends string> = ComponentProps<typeof RadioCards<Value>> & {
  /** What helps to answer; below the question. */
  hint?: string
}

/** A question to be read, not only to be heard, and one of several answers to it. */
export const Question = <Value extends string>({ hint, ...cards }: Props<Value>) => (
  <Box>
    <Box className="block__h">
      <Box as="p" className="strong">
        {cards.label}
      </Box>
      {hint && (
        <Box as="p" className="small muted">
          {hint}
        </Box>
      )}
    </Box>
    <RadioCards {...cards} />
  </Box>
)
