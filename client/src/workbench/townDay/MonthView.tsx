import type { TownDayLine } from '../../../../shared/contracts/townDay'
import { addMonths, monthOf, yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Waiting } from '../../components/Outage'
import { Table } from '../../components/Table'
import { Tag } from '../../components/Tag'
import { fullDay, shortDay, sumInline } from '../../texts/figures'
import { townDay as words } from '../../texts/townDay'
import { count } from '../../texts/workbench'
import { DayBars } from '../DayBars'
import { yuanGrouped } from '../yuanGrouped'
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

const barOf = ({ date, fen, payments }: TownDayLine) => ({
  date,
  fen,
  text: sumInline(fen),
  spoken: words.bar(shortDay(date), sumInline(fen), count(payments)),
})

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
      ...days.map(({ date, state, payments, fen, reversedFen }) => ({
        key: date,
        cells: {
          date:
            date === open ? (
              <Words className="strong">{shortDay(date)}</Words>
            ) : (
              <Link
                className="link--small"
                text={shortDay(date)}
                label={words.look(fullDay(date))}
                onTap={() => onOpen(date)}
              />
            ),
          state: <Tag {...toneOf[state]} text={words.states[state]} />,
          payments: words.payments(count(payments)),
          sum: yuanGrouped(fen - reversedFen),
        },
      })),
      {
        key: 'total',
        isSum: true,
        cells: {
          date: words.total,
          state: '',
          payments: words.payments(count(sumOf(days, ({ payments }) => payments))),
          sum: yuanGrouped(sumOf(days, ({ fen, reversedFen }) => fen - reversedFen)),
        },
      },
    ]}
  />
)

const sumOf = (days: readonly TownDayLine[], of: (day: TownDayLine) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)
