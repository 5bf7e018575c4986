import { useEffect, useRef } from 'react'
import { Icon, type Drawing } from './Icon'
import { Box } from './Element'
import { Said, type Sentence } from './Sentence'

type Tone = 'plain' | 'warn' | 'ok' | 'stop'

interface Props {
  tone?: Tone
  icon: Drawing
  /** A paragraph each. */
  lines: readonly Sentence[]
  /** Said aloud when it appears after a tap; a trouble takes the focus as well, unless somebody is typing. */
  announced?: boolean
}

const typing = 'input, select, textarea'

/** Something to know before going on. At most one on a page. */
export function Notice({ tone = 'plain', icon, lines, announced }: Props) {
  const box = useRef<HTMLElement>(null)
  const stops = announced === true && (tone === 'stop' || tone === 'warn')
  const said = JSON.stringify(lines)
  useEffect(() => {
    if (stops && box.current?.ownerDocument?.activeElement?.matches(typing) === false) box.current.focus()
  }, [stops, said])
  return (
    <Box
      className={tone === 'plain' ? 'notice' : `notice notice--${tone}`}
      role={announced ? 'alert' : undefined}
      focusable={stops}
      boxRef={box}
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
}
