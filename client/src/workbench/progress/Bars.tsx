import type { ProgressMark, ProgressUnit, TargetSource } from '../../../../shared/contracts/progress'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { go } from '../../navigation'
import { progress as words } from '../../texts/progress'
import { BarTrack, LegendItem } from './BarTrack'
import { barOf } from './barOf'

/** The units' bars, in the notice's order and never by how far they are. */
export const Bars = ({
  units,
  marks,
}: {
  units: readonly ProgressUnit[]
  marks: readonly ProgressMark[]
}) => {
  const hasTargets = units.some(({ target }) => target !== null)
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.chart}
      </Box>
      <Legend units={units} marks={marks} />
      {units.map((unit) => {
        const name = unit.name ?? words.unknownTown
        // Where others have a target, a place without one is compared with nothing.
        const own = hasTargets && unit.target === null ? [] : marks
        return (
          <Box key={name} className="pbar">
            <Box className="pbar__name">
              <Link text={name} onTap={() => go('progress', { town: unit.name ?? '' })} />
            </Box>
            <BarTrack
              bar={barOf(unit, own)}
              label={words.bar(name, unit.done, unit.counts.onBehalf, unit.target)}
            />
            <Words className="pbar__n">{percentText(unit.percent)}</Words>
            <Words className="pbar__g">{gapText(unit.gap)}</Words>
          </Box>
        )
      })}
    </Box>
  )
}

/** To one place, as the notices print it; empty where there is no target. */
export const percentText = (percent: number | null): string =>
  percent === null ? '' : `${percent.toFixed(1)}%`

/** How many are missing or beyond, in words; empty where there is no target. */
export const gapText = (gap: number | null): string => {
  if (gap === null) return ''
  if (gap === 0) return words.reached
  return gap > 0 ? words.short(gap) : words.over(gap)
}

const Legend = ({ units, marks }: { units: readonly ProgressUnit[]; marks: readonly ProgressMark[] }) => {
  const own = marks.find(({ lies }) => lies === 'isTarget')
  const has = (from: TargetSource): boolean => units.some(({ targetFrom }) => targetFrom === from)
  return (
    <Box className="legend">
      <LegendItem kind="is-paid" text={words.legend.paid} />
      <LegendItem kind="is-behalf" text={words.legend.onBehalf} />
      <LegendItem kind="is-gap" text={words.legend.gap} />
      {units.some(({ gap }) => gap !== null && gap < 0) && (
        <LegendItem kind="is-over" text={words.legend.over} />
      )}
      {has('notice') && (
        <LegendItem kind="is-tick" text={own ? words.legend.targetIs(own.percent) : words.legend.target} />
      )}
      {has('imported') && <LegendItem kind="is-tick" text={words.importedTarget} />}
      {marks
        .filter(({ of, lies }) => of === 'everybody' && lies !== 'isTarget')
        .map(({ percent, stated }) => (
          <LegendItem
            key={percent}
            kind="is-mark"
            text={stated ? words.legend.ofRegister(percent) : words.legend.reference(percent)}
          />
        ))}
    </Box>
  )
}
