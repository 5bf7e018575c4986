import { Box, Words } from '../../components/Element'
import type { Bar } from './barOf'

/** One bar: paid solid, on behalf half solid, the gap hollow, the target a thick tick, percentages dotted. */
export const BarTrack = ({ bar, label }: { bar: Bar; label: string }) => {
  const { paid, onBehalf, gap, over, tick, marks } = bar
  const parts = [
    { kind: 'is-paid', from: 0, width: paid },
    { kind: 'is-behalf', from: paid, width: onBehalf },
    { kind: 'is-gap', from: paid + onBehalf, width: gap },
    { kind: 'is-over', from: paid + onBehalf + gap, width: over },
  ]
  return (
    <Box className="pbar__track" role="img" label={label}>
      {parts
        .filter(({ width }) => width > 0)
        .map(({ kind, from, width }) => (
          <Box key={kind} className={`pbar__part ${kind}`} style={{ left: `${from}%`, width: `${width}%` }} />
        ))}
      {marks.map((at) => (
        <Box key={at} className="pbar__mark is-mark" style={{ left: `${at}%` }} />
      ))}
      {tick !== undefined && <Box className="pbar__tick is-tick" style={{ left: `${tick}%` }} />}
    </Box>
  )
}

/** What one kind of piece looks like, and what it means. */
export const LegendItem = ({ kind, text }: { kind: string; text: string }) => (
  <Box className="legend__item">
    <Words
      hidden
      className={`${kind === 'is-tick' || kind === 'is-mark' ? 'legend__line' : 'legend__box'} ${kind}`}
    />
    <Words>{text}</Words>
  </Box>
)
