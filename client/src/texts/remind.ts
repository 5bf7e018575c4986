/** 提醒我: one tap is one message. */
import type { ReminderKind } from '../../../shared/contracts/reminder'

export const remind = {
  title: '提醒我',
  heading: '要提醒您什么？',
  intro: '点一次，微信只发一次。不点就不发。',
  nothing: '现在没有要提醒的。',
  nothingText: '申请了退费，或者有钱要退到一卡通时，可以来这里点。',
  kinds: {
    deadline: '缴费快截止了',
    newborn: '新生儿快到期了',
    refund: '退费有结果了',
    subsidy: '钱打到一卡通了',
  } satisfies Record<ReminderKind, string>,
  lastDay: (day: string) => `${day}是最后一天。`,
  sendOn: (day: string) => `${day}发给您。`,
  whenItHappens: '有了结果就发给您。',
  ask: '提醒我一次',
  askOf: (name: string, what: string) => `提醒我一次，${name}，${what}`,
  wanted: '记下了，到时候发。',
  declined: '您说了不用，不再问。',
  over: '已经办完，不再发。',
  notAsked: '微信没有问成。请再点一次。',
  tooLate: '已经过了，没有要提醒的。',
}
