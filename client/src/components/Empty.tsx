import type { ReactNode } from 'react'
import { Box } from './Element'

/** Nothing here yet: one sentence, one action. */
export const Empty = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <Box as="section" className="empty stack">
    <Box as="h2" className="h2">
      {title}
    </Box>
    <Box as="p" className="muted">
      {text}
    </Box>
    {children}
  </Box>
)
