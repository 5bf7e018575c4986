import type { ReactNode } from 'react'
import type { TargetSource } from '../../../../shared/contracts/progress'
import { Box, Words } from '../../components/Element'
import { Chips } from '../../components/ClauseChip'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { percentText } from './Bars'

interface Props {
  /** What 已缴 is of. */
  place: string
  done: number
  target: number | null
  targetFrom: TargetSource | null
  /** Where the notice prints its targets. */
  clauses: readonly string[]
  percent: number | null
  /** Null where there is no target. */
  shortfall: number | null
  /** Of one unit, its own. */
  isOne: boolean
}

/** The figures one looks for first. */
export const Figures = ({ place, done, target, targetFrom, clauses, percent, shortfall, isOne }: Props) => (
  <Box className="figs block block--near">
    <Figure label={words.figures.done(place)} isFirst>
      <Words className="nowrap">
        <Words className="progress__hero">{count(done)}</Words>{' '}
        <Words className="fig__u">{words.figures.unit}</Words>
      </Words>
    </Figure>
    <Figure label={targetFrom === 'imported' ? words.importedTarget : words.figures.target}>
      <Words className="fig__n nowrap">{target === null ? words.figures.noTarget : count(target)}</Words>
      {targetFrom === 'notice' && (
        <Chips source={{ sureness: 'stated', clauses, says: words.figures.targetSays }} />
      )}
    </Figure>
    {percent !== null && (
      <Figure label={words.figures.percent}>
        <Words className="fig__n nowrap">{percentText(percent)}</Words>
      </Figure>
    )}
    {shortfall !== null && (
      <Figure label={isOne ? words.figures.gap : words.figures.shortfall}>
        <Words className="fig__n nowrap">{count(shortfall)}</Words>
      </Figure>
    )}
  </Box>
)

interface FigureProps {
  label: string
  isFirst?: boolean
  children: ReactNode
}

const Figure = ({ label, isFirst, children }: FigureProps) => (
  <Box className={isFirst ? 'progress__figure--first' : 'progress__figure'}>
    <Box as="p" className="muted">
      {label}
    </Box>
    <Box>{children}</Box>
  </Box>
)
