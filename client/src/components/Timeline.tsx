import type { Sureness } from './ClauseChip'
import { Box, Words } from './Element'

/** A span of days: its name and days in words, and where its box lies, in hundredths of the whole width. */
export interface SpanShown {
  key: string
  label: string
  days: string
  /** When one pays is solid, what one gets is an outline; how sure it is shows in the line as everywhere. */
  kind: 'paying' | 'covered'
  sureness: Sureness
  from: number
  to: number
}

/** What a timeline shows, and how it is read aloud. */
export interface TimelineShown {
  label: string
  spans: readonly SpanShown[]
  /** The calendar years below, each as wide as its part. */
  years: readonly { key: number; year: string; width: number }[]
  /** Where today lies; left out where it is not on the picture. */
  today?: { at: number; text: string }
}

/** The days of a year as boxes under each other. The words beside say all of it; the boxes are for looking. */
export const Timeline = ({ shown }: { shown: TimelineShown }) => (
  <Box as="section" label={shown.label} className="times">
    {shown.spans.map((span) => (
      <Box key={span.key} className="times__row">
        <Box className="times__t">
          <Words className="strong">{span.label}</Words>
          <Words>{span.days}</Words>
        </Box>
        <Box className="times__track" hidden>
          <Box
            className={`times__box times__box--${span.kind} times__box--${span.sureness}`}
            style={{ left: `${span.from}%`, width: `${span.to - span.from}%` }}
          />
          {shown.today && <Box className="times__today" style={{ left: `${shown.today.at}%` }} />}
        </Box>
      </Box>
    ))}
    <Box className="times__years" hidden>
      {shown.years.map(({ key, year, width }) => (
        <Box key={key} className="times__year" style={{ width: `${width}%` }}>
          {year}
        </Box>
      ))}
    </Box>
    {shown.today && (
      <Box as="p" className="small muted under">
        {shown.today.text}
      </Box>
    )}
  </Box>
)
