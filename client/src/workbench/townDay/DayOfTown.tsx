import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { TownDayAccount } from '../../../../shared/contracts/townDay'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { useCall } from '../../api/useCall'
import { Box, Words } from '../../components/Element'
import { Table } from '../../components/Table'
import { Tag } from '../../components/Tag'
import { Unanswered } from '../../pages/Unanswered'
import { fullDay, shortMoment } from '../../texts/figures'
import { reversal } from '../../texts/reversal'
import { townDay as words } from '../../texts/townDay'
import { channelName } from '../../texts/vocabulary'
import { count } from '../../texts/workbench'
import { yuanGrouped } from '../yuanGrouped'
import { Closing } from './Closing'
import { Deposits } from './Deposits'
import { figuresOf } from './figuresOf'
import { toneOf } from './toneOf'
import { Payments } from './Payments'
import { Reversals } from './Reversals'

type Account = ReplyOf<typeof TownDayAccount>

interface Props {
  town: string
  date: CivilDay
  /** The month has to be read anew. */
  onMoved: () => void
}

/** One day of a town: what came in, what was deposited, and the step that is next. */
export function DayOfTown({ town, date, onMoved }: Props) {
  const [said, setSaid] = useState('')
  const { asked, again } = useCall(TownDayAccount, { town, date })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const account = asked.reply
  const moved = () => {
    setSaid(words.done)
    again()
    onMoved()
  }
  return (
    <Box as="section" label={words.day(fullDay(date))}>
      <Box className="desk__title">
        <Box as="h2" className="h2">
          {words.day(fullDay(date))}
        </Box>
        <Tag {...toneOf[account.line.state]} text={words.states[account.line.state]} />
      </Box>
      <Box role="status" live="polite" className="small">
        {said}
      </Box>
      {account.line.payments + account.line.reversals === 0 && account.deposits.length === 0 ? (
        <Box as="p">{words.nothing}</Box>
      ) : (
        <Whole account={account} onMoved={moved} onRefused={again} />
      )}
    </Box>
  )
}

interface WholeProps {
  account: Account
  onMoved: () => void
  onRefused: () => void
}

const Whole = ({ account, onMoved, onRefused }: WholeProps) => (
  <>
    <Figures account={account} />
    <Steps account={account} />
    {account.line.payments > 0 && <Parts account={account} />}
    <Deposits account={account} onMoved={onMoved} />
    <Closing account={account} onMoved={onMoved} onRefused={onRefused} />
    <Payments payments={account.payments} reversedSince={account.reversedSince} onAsked={onMoved} />
    <Reversals reversals={account.reversals} />
  </>
)

/** What came in, by the way it was paid and by who wrote it down. */
const Parts = ({ account }: { account: Account }) => (
  <>
    <Box as="section" className="block">
      <Box as="h3" className="strong block__h">
        {words.byChannel}
      </Box>
      <Table
        label={words.byChannel}
        columns={[
          { key: 'channel', title: words.columns.channel },
          { key: 'held', title: words.columns.held },
          { key: 'payments', title: words.columns.payments, isFigure: true },
          { key: 'sum', title: words.columns.sum, isFigure: true },
        ]}
        rows={account.byChannel.map(({ channel, held, payments, fen }) => ({
          key: channel,
          cells: {
            channel: channelName(channel),
            held: held ? words.heldYes : words.heldNo,
            ...figuresOf(payments, fen),
          },
        }))}
      />
    </Box>
    <Box as="section" className="block">
      <Box as="h3" className="strong block__h">
        {words.byClerk}
      </Box>
      <Table
        label={words.byClerk}
        columns={[
          { key: 'clerk', title: words.columns.clerk },
          { key: 'payments', title: words.columns.payments, isFigure: true },
          { key: 'sum', title: words.columns.sum, isFigure: true },
        ]}
        rows={account.byClerk.map(({ clerk, payments, fen }, index) => ({
          key: String(index),
          cells: {
            clerk: clerk ?? words.colleague,
            ...figuresOf(payments, fen),
          },
        }))}
      />
    </Box>
  </>
)

const Figures = ({ account: { line } }: { account: Account }) => {
  const held = line.heldFen - line.reversedHeldFen
  return (
    <Box className="figs under">
      <Figure label={words.figures.sum} figure={yuanGrouped(line.fen)} times={line.payments} />
      {line.reversals > 0 && (
        <Figure label={reversal.figure} figure={yuanGrouped(-line.reversedFen)} times={line.reversals} />
      )}
      <Figure label={words.figures.held} figure={yuanGrouped(held)} />
      <Figure label={words.figures.deposited} figure={yuanGrouped(line.depositedFen)} />
      <Figure label={words.figures.difference} figure={yuanGrouped(held - line.depositedFen)} />
    </Box>
  )
}

/** A sum, and of how many payments where that is told. */
const Figure = ({ label, figure, times }: { label: string; figure: string; times?: number }) => (
  <Box className="fig">
    <Box as="p" className="small muted">
      {label}
    </Box>
    <Words className="fig__n nowrap">{figure}</Words>
    {times !== undefined && (
      <Box as="p" className="small muted">
        {words.payments(count(times))}
      </Box>
    )}
  </Box>
)

/** Who has closed it and who confirmed it. */
const Steps = ({ account: { line } }: { account: Account }) => (
  <>
    {line.closed && (
      <Box as="p" className="small muted">
        {words.closedBy(line.closed.by ?? words.colleague, shortMoment(line.closed.at))}
      </Box>
    )}
    {line.difference && (
      <Box as="p" className="small muted">
        {words.said(words.differences[line.difference].text)}
      </Box>
    )}
    {line.confirmed && (
      <Box as="p" className="small muted">
        {words.confirmedBy(line.confirmed.by ?? words.colleague, shortMoment(line.confirmed.at))}
      </Box>
    )}
  </>
)
