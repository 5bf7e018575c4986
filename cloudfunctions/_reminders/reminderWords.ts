/** What a reminder says. A message lies on a locked screen and passes through WeChat: no ID number, no reason, a masked name. */
import type { ReminderKind } from '../../shared/contracts/reminder'
import type { ReminderMessage, ReminderTemplate } from '../_ports/reminders'
import type { FamilyMember } from '../_residents/family'
import type { Occasion } from './occasions'

/** Three forms of message for four kinds: WeChat asks for all of a page's templates at once, and for at most three. */
export const templateOf: Readonly<Record<ReminderKind, ReminderTemplate>> = {
  deadline: 'lastDay',
  newborn: 'lastDay',
  refund: 'refund',
  subsidy: 'subsidy',
}

/** Undefined while there is nothing to say yet. */
export function messageOf(
  { resident, relation }: FamilyMember,
  coverageYear: number,
  { kind, lastDay, happened }: Occasion,
): ReminderMessage | undefined {
  const whose = relation === 'self' ? '您' : maskedName(resident.name)
  const page = `pages/result/index?resident=${resident.id}&year=${coverageYear}`
  const about = { template: templateOf[kind], page }
  switch (kind) {
    case 'deadline':
    case 'newborn':
      return lastDay === null
        ? undefined
        : {
            ...about,
            what: `${whose}的${subjects[kind](coverageYear)}`,
            day: lastDay,
            ...said[kind],
            fen: null,
          }
    case 'refund':
    case 'subsidy': {
      if (!happened) return undefined
      const { on, fen, well } = happened
      const words = well ? said[kind] : said.refundRejected
      return { ...about, what: `${whose}的${subjects[kind](coverageYear)}`, day: on, fen, ...words }
    }
  }
}

const subjects: Readonly<Record<ReminderKind, (coverageYear: number) => string>> = {
  deadline: (year) => `${year}年医保缴费`,
  newborn: () => '新生儿参保',
  refund: (year) => `${year}年医保退费`,
  subsidy: (year) => `${year}年医保资助`,
}

const said = {
  deadline: { state: '还没缴', note: '还没缴。这天是最后一天。' },
  newborn: { state: '还没办', note: '这天前登记，并且缴费。' },
  refund: { state: '已退回', note: '钱退回来了。' },
  refundRejected: { state: '没有同意', note: '没有同意退。点开看原因。' },
  subsidy: { state: '已发放', note: '打到一卡通了。请查一查。' },
} as const

/** The first character, and a star for each of at most three others: `王**`. */
const maskedName = (name: string): string => {
  const [first = '', ...others] = Array.from(name)
  return first + '*'.repeat(Math.min(others.length, 3))
}
