import { Box } from '../../components/Element'

/** How far something is, as a bar and in words that are said aloud. */
export const Progress = ({ done, all, text }: { done: number; all: number; text: string }) => (
  <Box className="stack stack--close">
    <Box className="progress__track" hidden>
      <Box className="progress__fill" style={{ width: `${(100 * done) / Math.max(all, 1)}%` }} />
    </Box>
    <Box as="p" live="polite">
      {text}
    </Box>
  </Box>
)
