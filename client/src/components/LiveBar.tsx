import { Button } from './Button'
import { Box, Words } from './Element'
import { common } from '../texts/common'

interface Props {
  label: string
  note: string
  /** `12`, a range `0–34`, or undefined while nothing is known. */
  yuan: string | undefined
  action: string
  /** Stays at the bottom of the screen; with very large print it would cover too much. */
  fixed: boolean
  onTap: () => void
}

/** 随答随算: what the answers so far come to. */
export const LiveBar = ({ label, note, yuan, action, fixed, onTap }: Props) => (
  <Box className={fixed ? 'live live--fixed' : 'live'}>
    <Box className="live__row" live="polite">
      <Box>
        <Box className="strong">{label}</Box>
        <Box className="small muted">{note}</Box>
      </Box>
      {yuan !== undefined && (
        <Box className="live__n">
          {yuan} <Words className="live__u">{common.yuan}</Words>
        </Box>
      )}
    </Box>
    <Button text={action} onTap={onTap} />
  </Box>
)
