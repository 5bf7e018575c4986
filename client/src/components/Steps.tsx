import { Icon } from './Icon'
import { Box } from './Element'

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
      <Box as="li" key={step.key} className={`steps__i steps__i--${step.state}`}>
        <Box className="steps__mark" hidden>
          <Box className="steps__dot">{step.state === 'done' ? <Icon name="tick" small /> : index + 1}</Box>
          {index < steps.length - 1 && <Box className={lineAfter(step)} />}
        </Box>
        <Box className="steps__b">
          <Box as="p" className="steps__t">
            {step.title}
          </Box>
          <Box as="p" className="small muted">
            {step.note}
          </Box>
        </Box>
      </Box>
    ))}
  </Box>
)

const lineAfter = (step: Step): string =>
  step.state === 'done' ? 'steps__line' : 'steps__line steps__line--dash'
