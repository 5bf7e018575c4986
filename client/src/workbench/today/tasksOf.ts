import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { DayLine } from '../../../../shared/contracts/day'
import type { DeskWaiting } from '../../../../shared/contracts/deskWaiting'
import type { ImportShown } from '../../../../shared/contracts/imports'
import type { MatchShown } from '../../../../shared/contracts/match'
import type { TownDaysWaiting } from '../../../../shared/contracts/townDay'
import { addDays, monthOf, yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import { go } from '../../navigation'
import { complaintDesk } from '../../texts/complaintDesk'
import { moment, shortDay, shortMoment } from '../../texts/figures'
import { refundDesk } from '../../texts/deskMoney'
import { count, today as words } from '../../texts/workbench'

/** One thing that waits, with the way to it. */
export interface Task {
  key: string
  /** The large figure: how many, or by when. */
  figure: string
  title: string
  text: string
  action: string
  go: () => void
}

type Waits = ReplyOf<typeof DeskWaiting>

/** What the service says waits, each list as it gives it. */
export interface Waiting {
  desk: Waits
  days: readonly DayLine[]
  imports: readonly ImportShown[]
  /** The latest first. */
  matches: readonly MatchShown[]
  townDays: ReplyOf<typeof TownDaysWaiting>
}

/** What somebody sees who is not asked about any of it. */
export const nothingWaits: Waiting = {
  desk: { refunds: [], complaints: [], proofs: null },
  days: [],
  imports: [],
  matches: [],
  townDays: { toClose: [], toConfirm: [], reversals: 0 },
}

/** What has to be done: money that differs, what is due today, who waits for money or an answer, and what was left open. */
export const tasksOf = (today: CivilDay, { desk, days, imports, matches, townDays }: Waiting): Task[] => [
  ...days.filter(({ stage, differences }) => stage === 'differs' || differences > 0).map(differs),
  ...days.filter((day) => isDue(day, today)).map(due),
  ...desk.refunds.filter(isThere).map(waitingRefunds),
  ...rejects(today, imports),
  ...findings(matches),
  ...[desk.proofs]
    .filter((proofs) => proofs !== null)
    .filter(isThere)
    .map(waitingProofs),
  ...desk.complaints.filter(isThere).map(waitingComplaints),
  ...waitingDays('toClose', townDays.toClose),
  ...waitingDays('toConfirm', townDays.toConfirm),
  ...waitingReversals(townDays.reversals),
]

const isThere = ({ count: waiting }: { count: number }): boolean => waiting > 0

const differs = ({ date, differences }: DayLine): Task => ({
  key: `differs-${date}`,
  figure: count(differences),
  title: words.differs,
  text: words.differsText(shortDay(date)),
  action: words.look,
  go: () => go('day', { date }),
})

const isDue = ({ date, stage, sent }: DayLine, today: CivilDay): boolean =>
  date < today && sent === null && stage !== 'confirmed' && stage !== 'differs'

const due = ({ date, dueBy }: DayLine): Task => ({
  key: `due-${date}`,
  figure: moment(dueBy).time,
  title: words.due(shortDay(date)),
  text: words.dueText(shortMoment(dueBy)),
  action: words.look,
  go: () => go('day', { date }),
})

const figureOf = ({ count: waiting, more }: { count: number; more: boolean }): string =>
  `${count(waiting)}${more ? '+' : ''}`

const waitingRefunds = ({ desk, oldest, ...queue }: Waits['refunds'][number]): Task => ({
  key: `refunds-${desk}`,
  figure: figureOf(queue),
  title: words.refunds(refundDesk.steps[desk]),
  text: words.refundsText(shortMoment(oldest ?? '')),
  action: words.refundsGo,
  go: () => go('refundDesk', { desk }),
})

/** Rows that a list of the last weeks gave back. */
const rejectsMatterDays = 31

function rejects(today: CivilDay, imports: readonly ImportShown[]): Task[] {
  const since = addDays(today, -rejectsMatterDays)
  const open = imports.filter(
    ({ state, counts, startedAt }) =>
      (state === 'tried' || state === 'committed') && counts.rejected > 0 && moment(startedAt).day >= since,
  )
  if (open.length === 0) return []
  const only = open.length === 1 ? open[0]?.importId : undefined
  return [
    {
      key: 'rejects',
      figure: count(open.reduce((sum, { counts }) => sum + counts.rejected, 0)),
      title: words.rejects,
      text: words.rejectsText,
      action: words.rejectsGo,
      go: () => go('imports', only === undefined ? {} : { import: only }),
    },
  ]
}

function findings([latest]: readonly MatchShown[]): Task[] {
  if (latest?.state !== 'done') return []
  const open = Object.values(latest.queues).reduce((sum, { found, decided }) => sum + found - decided, 0)
  if (open === 0) return []
  const month = `${latest.month}-01`
  return [
    {
      key: 'findings',
      figure: count(open),
      title: words.findings,
      text: words.findingsText(yearOf(month), monthOf(month)),
      action: words.findingsGo,
      go: () => go('match', {}),
    },
  ]
}

const waitingProofs = ({ oldest, ...queue }: NonNullable<Waits['proofs']>): Task => ({
  key: 'proofs',
  figure: figureOf(queue),
  title: words.proofs,
  text: words.proofsText(shortMoment(oldest ?? '')),
  action: words.proofsGo,
  go: () => go('proofDesk', {}),
})

const waitingComplaints = ({ desk, oldest, ...queue }: Waits['complaints'][number]): Task => ({
  key: `complaints-${desk}`,
  figure: figureOf(queue),
  title: words.complaints(complaintDesk.desks[desk]),
  text: words.complaintsText(shortMoment(oldest ?? '')),
  action: words.complaintsGo,
  go: () => go('complaintDesk', { desk }),
})

function waitingDays(
  step: 'toClose' | 'toConfirm',
  days: readonly { town: string; date: CivilDay }[],
): Task[] {
  const [first] = days
  if (!first) return []
  const { town, date } = first
  return [
    {
      key: step,
      figure: count(days.length),
      title: words[step],
      text: words.townDaysText(town, shortDay(date)),
      action: step === 'toClose' ? words.townDaysGo : words.townDaysConfirm,
      go: () => go('townDay', { date, town }),
    },
  ]
}

const waitingReversals = (asked: number): Task[] =>
  asked === 0
    ? []
    : [
        {
          key: 'reversals',
          figure: count(asked),
          title: words.reversals,
          text: words.reversalsText,
          action: words.townDaysConfirm,
          go: () => go('townDay', {}),
        },
      ]
