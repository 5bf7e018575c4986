import type { DayLine } from '../../../../shared/contracts/day'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { Tag } from '../../components/Tag'
import { fullDay, shortDay, sumInline } from '../../texts/figures'
import { days as words } from '../../texts/deskMoney'
import { count } from '../../texts/workbench'
import { Cell } from '../Cell'
import { DayBars } from '../DayBars'
import { yuanGrouped } from '../yuanGrouped'
import { toneOf } from './toneOf'

interface Props {
  days: readonly DayLine[]
  onOpen: (date: CivilDay) => void
}

/** The sums of the days as bars, and the same in a table. */
export const DaysView = ({ days, onOpen }: Props) => (
  <>
    <Box as="section" className="block block--near">
      <Box as="h2" className="h2 block__h">
        {words.chart}
      </Box>
      <DayBars days={[...days].reverse().map(barOf)} />
    </Box>
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.table}
      </Box>
      <Table
        label={words.table}
        columns={[
          { key: 'date', title: words.columns.date },
          { key: 'stage', title: words.columns.stage },
          { key: 'payments', title: words.columns.payments, isFigure: true },
          { key: 'sum', title: words.columns.sum, isFigure: true },
          { key: 'look', title: words.columns.look, isFigure: true },
        ]}
        rows={days.map((day) => ({
          key: day.date,
          cells: {
            date: fullDay(day.date),
            stage: <Stage day={day} />,
            payments: day.sent ? (
              <Cell name={words.columns.payments} figure={count(day.sent.payments)} />
            ) : (
              words.none
            ),
            sum: day.sent ? <Cell name={words.columns.sum} figure={yuanGrouped(day.sent.fen)} /> : '',
            look: (
              <Link
                className="link--small"
                text={shortDay(day.date)}
                label={words.look(fullDay(day.date))}
                onTap={() => onOpen(day.date)}
              />
            ),
          },
        }))}
      />
    </Box>
  </>
)

const Stage = ({ day }: { day: DayLine }) => (
  <Tag
    {...toneOf(day.stage)}
    text={day.differences > 0 ? words.open(day.differences) : words.stages[day.stage]}
  />
)

/** What was not sent yet has no sum. */
const barOf = ({ date, sent }: DayLine) => ({
  date,
  fen: sent?.fen,
  text: sent ? sumInline(sent.fen) : words.none,
  spoken: sent ? words.bar(shortDay(date), sumInline(sent.fen), count(sent.payments)) : words.none,
})
