import type { RefusalOf } from '../../../shared/contracts/contract'
import type { AskReversal, DecideReversal } from '../../../shared/contracts/counterReversals'

/** 更正, 冲销: a payment at a counter was a mistake, and its day has been added up. */
export const reversal = {
  ask: '更正',
  askOf: (name: string, receipt: string) => `更正，${name}，票据${receipt}`,
  heading: (name: string, amount: string) => `更正${name}的${amount}`,
  explain: '原来那一天的账不动。另一位复核以后，今天记一笔负数冲掉它，这个人可以重新录。',
  notMoney: '收到手的钱，这里不退。',
  why: '哪里错了',
  whyFirst: '先选哪里错了。',
  asking: '申请更正',
  askNot: '先不改',
  asked: '申请好了，等另一位复核。',
  waiting: '等复核的更正',
  waitingText: '复核以后，今天的账减去这一笔；这个人这一年不算参保，可以重新录。',
  noTown: '医保局',
  line: (receipt: string, channel: string, paidOn: string) => `票据${receipt}　${channel}　${paidOn}缴`,
  stoodOn: (day: string) => `记在${day}的账里`,
  askedBy: (who: string, moment: string, why: string) => `${who}申请，${moment}，${why}`,
  confirm: (amount: string) => `冲掉 ${amount}`,
  confirmOf: (amount: string, name: string, receipt: string) => `冲掉 ${amount}，${name}，票据${receipt}`,
  decline: '不改，原样留着',
  declineOf: (name: string, receipt: string) => `不改，原样留着，${name}，票据${receipt}`,
  waitsForSecond: '等另一位复核。申请的人不能复核。',
  confirmed: '冲掉了。这个人可以重新录。',
  declined: '没有改。原样留着。',
  inDay: '这一天冲销的',
  columns: { person: '谁的', receipt: '票据号', of: '冲的哪天', why: '为什么', sum: '金额（元）' },
  since: (day: string) => `${day}冲销`,
  figure: '冲销（元）',
  askRefusals: {
    notFound: '没有找到这一笔。重新打开这页再看。',
    withdrawInstead: '今天录的，还没结账。请录的人或医保局直接撤销。',
    notNow: '这一笔已经有人申请更正，或者改过了。重新打开这页再看。',
  } satisfies Record<RefusalOf<typeof AskReversal>, string>,
  decideRefusals: {
    notFound: '没有找到这一笔。重新打开这页再看。',
    ownAsking: '是您申请的。请另一位复核。',
    notNow: '已经有人定了。重新打开这页再看。',
  } satisfies Record<RefusalOf<typeof DecideReversal>, string>,
}
