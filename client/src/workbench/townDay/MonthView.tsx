import type { TownDayLine } from '../../../../shared/contracts/townDay'
import { addMonths, monthOf, yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Waiting } from '../../components/Outage'
import { Table } from '../../components/Table'
import { Tag } from '../../components/Tag'
import { fullDay, shortDay } from '../../texts/figures'
import { townDay as words } from '../../texts/townDay'
import { count } from '../../texts/workbench'
import { DayBars } from '../DayBars'
import { yuanGrouped } from '../yuanGrouped'
import { figuresOf } from './figuresOf'
import { toneOf } from './toneOf'

interface Props {
  /** Undefined while they are asked for. */
  days: readonly TownDayLine[] | undefined
  /** `YYYY-MM`. */
  month: string
  open: CivilDay
  onMonth: (month: string) => void
  onOpen: (date: CivilDay) => void
}

/** A month's days as bars, and the same in a table with its sum. */
export const MonthView = ({ days, month, open, onMonth, onOpen }: Props) => (
  <>
    <Box as="h2" className="h2">
      {words.month(yearOf(`${month}-01`), monthOf(`${month}-01`))}
    </Box>
    <Box className="desk__title">
      <Link text={words.before} onTap={() => onMonth(monthsOn(month, -1))} />
      <Link text={words.after} onTap={() => onMonth(monthsOn(month, 1))} />
    </Box>
    {days === undefined ? (
      <Waiting />
    ) : days.length === 0 ? (
      <Box as="p">{words.none}</Box>
    ) : (
      <>
        <Box as="h3" className="strong block__h">
          {words.chart}
        </Box>
        <DayBars days={days.map(barOf)} />
        <Box as="h3" className="strong block__h after">
          {words.table}
        </Box>
        <DaysTable days={days} open={open} onOpen={onOpen} />
      </>
    )}
  </>
)

const monthsOn = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7)

/** What a day came to once its reversals are taken away again: less than nothing where it had no more than those. */
const netOf = ({ fen, reversedFen }: TownDayLine): number => fen - reversedFen

const barOf = (day: TownDayLine) => {
  const text = words.yuan(yuanGrouped(netOf(day)))
  return {
    date: day.date,
    fen: Math.max(0, netOf(day)),
    text,
    spoken: words.bar(shortDay(day.date), text, count(day.payments)),
  }
}

interface TableProps {
  days: readonly TownDayLine[]
  open: CivilDay
  onOpen: (date: CivilDay) => void
}

const DaysTable = ({ days, open, onOpen }: TableProps) => (
  <Table
    label={words.table}
    columns={[
      { key: 'date', title: words.columns.date },
      { key: 'state', title: words.columns.state },
      { key: 'payments', title: words.columns.payments, isFigure: true },
      { key: 'sum', title: words.columns.sum, isFigure: true },
    ]}
    rows={[
      ...days.map((day) => ({
        key: day.date,
        cells: {
          date:
            day.date === open ? (
              <Words className="strong">{shortDay(day.date)}</Words>
            ) : (
              <Link
                className="link--small"
                text={shortDay(day.date)}
                label={words.look(fullDay(day.date))}
                onTap={() => onOpen(day.date)}
              />
            ),
          state: <Tag {...toneOf[day.state]} text={words.states[day.state]} />,
          ...figuresOf(day.payments, netOf(day)),
        },
      })),
      {
        key: 'total',
        isSum: true,
        cells: {
          date: words.total,
          state: '',
          ...figuresOf(
            sumOf(days, ({ payments }) => payments),
            sumOf(days, netOf),
          ),
        },
      },
    ]}
  />
)

const sumOf = (days: readonly TownDayLine[], of: (day: TownDayLine) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)
