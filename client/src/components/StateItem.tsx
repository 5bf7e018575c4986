import type { ComponentProps, ReactNode } from 'react'
import { Box } from './Element'
import { Tag } from './Tag'

interface Props {
  name: string
  tag: ComponentProps<typeof Tag>
  children: ReactNode
}

/** One of a list of things under way: what it is, how far it is, and what belongs to it. */
export const StateItem = ({ name, tag, children }: Props) => (
  <Box as="li" className="person person--done">
    <Box className="person__top">
      <Box as="h3" className="person__name">
        {name}
      </Box>
      <Tag {...tag} />
    </Box>
    {children}
  </Box>
)
