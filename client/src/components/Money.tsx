import type { ReactNode } from 'react'
import { Box, Words } from './Element'
import { common } from '../texts/common'

interface Props {
  label: string
  /** In yuan, as written: `12`, `12.50`, or a range `0–34`. */
  yuan: string
  unit?: string
  /** `due` is the only figure of 80 px on a page; everything else is `figure`. */
  size?: 'due' | 'figure'
  children?: ReactNode
}

/** A sum with its label above and its unit beside it, and below what one has to know about it. */
export const Money = ({ label, yuan, unit = common.yuan, size = 'due', children }: Props) => (
  <Box className={size === 'due' ? 'money' : 'money money--mid'}>
    <Box as="p" className="money__label">
      {label}
    </Box>
    <Words className="money__n">{yuan}</Words>
    <Words className="money__u">{unit}</Words>
    {children && (
      <Box as="p" className="money__by">
        {children}
      </Box>
    )}
  </Box>
)
