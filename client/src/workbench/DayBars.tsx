import './bars.scss'
import type { CivilDay } from '../../../shared/rules/civilDay'
import { Box, Words } from '../components/Element'
import { shortDay } from '../texts/figures'

interface Props {
  days: readonly {
    date: CivilDay
    /** Undefined: there is no sum yet, and the frame stays empty. */
    fen: number | undefined
    text: string
    /** The bar in words. */
    spoken: string
  }[]
}

/** One bar a day in the order given, as long as its sum is beside the largest. */
export const DayBars = ({ days }: Props) => {
  const most = Math.max(1, ...days.map(({ fen = 0 }) => fen))
  return (
    <Box>
      {days.map(({ date, fen, text, spoken }) => (
        <Box key={date} className="bar">
          <Words className="bar__name">{shortDay(date)}</Words>
          <Box className="bar__track" role="img" label={spoken}>
            {fen !== undefined && <Box className="bar__fill" style={{ width: `${(100 * fen) / most}%` }} />}
          </Box>
          <Words className="bar__n">{text}</Words>
        </Box>
      ))}
    </Box>
  )
}
