import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Box } from './Element'

/** One step of the way something goes. */
export interface Step {
  key: string
  state: 'done' | 'now' | 'later'
  title: string
  /** When it happened, or 截至 when it was last looked at. */
  note: string
}

/** How far something has come. Done is a filled tick, now a number, later a dashed ring. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <Box as="ol">
    {steps.map((step, index) => (
      <StepItem
        key={step.key}
        className={`steps__i--${step.state}`}
        mark={step.state === 'done' ? <Icon name="tick" small /> : index + 1}
        line={index === steps.length - 1 ? 'none' : step.state === 'done' ? 'solid' : 'dash'}
      >
        <Box as="p" className="steps__t">
          {step.title}
        </Box>
        <Box as="p" className="small muted">
          {step.note}
        </Box>
      </StepItem>
    ))}
  </Box>
)

interface ItemProps {
  className?: string
  /** In the ring: a number, a word or a drawing. */
  mark: ReactNode
  /** From its ring to the next one's. */
  line: 'solid' | 'dash' | 'none'
  children: ReactNode
}

/** One of several below each other, with its mark and the line that leads on. */
export const StepItem = ({ className, mark, line, children }: ItemProps) => (
  <Box as="li" className={className ? `steps__i ${className}` : 'steps__i'}>
    <Box className="steps__mark" hidden>
      <Box className="steps__dot">{mark}</Box>
      {line !== 'none' && (
        <Box className={line === 'solid' ? 'steps__line' : 'steps__line steps__line--dash'} />
      )}
    </Box>
    <Box className="steps__b">{children}</Box>
  </Box>
)
