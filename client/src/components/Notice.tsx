import { Icon, type Drawing } from './Icon'
import { Box } from './Element'
import { Said, type Sentence } from './Sentence'

type Tone = 'plain' | 'warn' | 'ok' | 'stop'

interface Props {
  tone?: Tone
  icon: Drawing
  /** A paragraph each. */
  lines: readonly Sentence[]
  /** Said aloud when it appears after a tap. */
  announced?: boolean
}

/** Something to know before going on. At most one on a page. */
export const Notice = ({ tone = 'plain', icon, lines, announced }: Props) => (
  <Box
    className={tone === 'plain' ? 'notice' : `notice notice--${tone}`}
    role={announced ? 'alert' : undefined}
  >
    <Icon name={icon} />
    <Box className="notice__b">
      {lines.map((text, index) => (
        <Box as="p" key={index}>
          <Said text={text} />
        </Box>
      ))}
    </Box>
  </Box>
)
