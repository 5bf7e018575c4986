import type { DayLine } from '../../../../shared/contracts/day'
import type { RefundDesk, RefundOnDesk } from '../../../../shared/contracts/staff'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { moment, shortDay, shortMoment } from '../../texts/figures'
import { count, refundDesk, today as words } from '../../texts/workbench'

export interface Task {
  key: string
  /** The large figure: how many, or by when. */
  figure: string
  title: string
  text: string
  action: string
  to: { page: 'refundDesk'; desk: RefundDesk } | { page: 'day'; date: CivilDay }
}

interface OnDesk {
  desk: RefundDesk
  refunds: readonly RefundOnDesk[]
  /** There are more than these. */
  cursor?: string
}

/** What has to be done: money that differs, what is due today, and who waits for money. */
export const tasksOf = (today: CivilDay, desks: readonly OnDesk[], days: readonly DayLine[]): Task[] => [
  ...days.filter(({ stage, differences }) => stage === 'differs' || differences > 0).map(differs),
  ...days.filter((day) => isDue(day, today)).map(due),
  ...desks.filter(({ refunds }) => refunds.length > 0).map(waiting),
]

const differs = ({ date, differences }: DayLine): Task => ({
  key: `differs-${date}`,
  figure: count(differences),
  title: words.differs,
  text: words.differsText(shortDay(date)),
  action: words.look,
  to: { page: 'day', date },
})

const isDue = ({ date, stage, sent }: DayLine, today: CivilDay): boolean =>
  date < today && sent === null && stage !== 'confirmed' && stage !== 'differs'

const due = ({ date, dueBy }: DayLine): Task => ({
  key: `due-${date}`,
  figure: moment(dueBy).time,
  title: words.due(shortDay(date)),
  text: words.dueText(shortMoment(dueBy)),
  action: words.look,
  to: { page: 'day', date },
})

const waiting = ({ desk, refunds, cursor }: OnDesk): Task => ({
  key: `refunds-${desk}`,
  figure: `${count(refunds.length)}${cursor === undefined ? '' : '+'}`,
  title: words.refunds(refundDesk.steps[desk]),
  text: words.refundsText(shortMoment(refunds[0]?.changedAt ?? '')),
  action: words.refundsGo,
  to: { page: 'refundDesk', desk },
})
