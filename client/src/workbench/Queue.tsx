import type { ReactNode } from 'react'
import { Link } from '../components/Button'
import { Box, Tappable, Words } from '../components/Element'

/** One that waits: who or what it is, below that since when, and at the right what it comes to. */
export interface QueueLine {
  id: string
  name: string
  under: string
  right?: ReactNode
}

interface Props {
  label: string
  lines: readonly QueueLine[]
  /** The id of the one that is open. */
  open: string
  onChoose: (id: string) => void
  more: { text: string; onTap: () => void } | undefined
}

/** What waits at a desk, in the order in which it is to be done. */
export const Queue = ({ label, lines, open, onChoose, more }: Props) => (
  <Box as="section" label={label}>
    <QueueLines lines={lines} open={open} onChoose={onChoose} />
    {more && <Link text={more.text} onTap={more.onTap} />}
  </Box>
)

/** The lines alone. */
export const QueueLines = ({ lines, open, onChoose }: Pick<Props, 'lines' | 'open' | 'onChoose'>) => (
  <Box as="ol">
    {lines.map(({ id, name, under, right }) => (
      <Box as="li" key={id}>
        <Tappable
          className={id === open ? 'case case--on' : 'case'}
          pressedClass="case--pressed"
          current={id === open}
          onTap={() => onChoose(id)}
        >
          <Words className="case__b">
            <Words className="strong">{name}</Words>
            <Words className="small muted case__since">{under}</Words>
          </Words>
          {right}
        </Tappable>
      </Box>
    ))}
  </Box>
)
