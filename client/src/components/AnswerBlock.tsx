import type { ReactNode } from 'react'
import { Chips, type Source, type Sureness } from './ClauseChip'
import { Box } from './Element'
import { Said, type Sentence } from './Sentence'
import { common } from '../texts/common'

interface Props {
  source: Source
  /** Above the value; by default the kind of answer in words. */
  kind?: string
  value?: Sentence
  /** At the right of the value: what it comes to. */
  amount?: string
  children?: ReactNode
  /** The sheet that a chip opened does not repeat the chip. */
  withoutChip?: boolean
}

const line: Record<Sureness, string> = { stated: 'ans', readings: 'ans ans--two', unstated: 'ans ans--none' }

/** One answer of a notice. The line at its left says how sure we are; the words say it again. */
export const AnswerBlock = ({ source, kind, value, amount, children, withoutChip }: Props) => (
  <Box className={line[source.sureness]}>
    <Box as="p" className="ans__kind">
      {kind ?? common[source.sureness]}
    </Box>
    {value && (
      <Box className="ans__line">
        <Box as="p" className="ans__value">
          <Said text={value} />
        </Box>
        {amount && (
          <Box as="p" className="ans__value nowrap">
            {amount}
          </Box>
        )}
      </Box>
    )}
    {children && <Box className="ans__text">{children}</Box>}
    {!withoutChip && <Chips source={source} />}
  </Box>
)
