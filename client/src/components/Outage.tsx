import { SecondButton } from './Button'
import { Box } from './Element'
import { Notice } from './Notice'
import { outages } from '../texts/outages'

/** One sentence about what went wrong, and the one thing to do. */
export const Outage = ({ text, action, onTap }: { text: string; action: string; onTap: () => void }) => (
  <Box className="stack">
    <Notice tone="warn" icon="warn" lines={[text]} announced />
    <SecondButton text={action} onTap={onTap} />
  </Box>
)

/** While an answer is on its way. Nothing moves. */
export const Waiting = () => (
  <Box as="p" className="muted" live="polite">
    {outages.waiting}
  </Box>
)
