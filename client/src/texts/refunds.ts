import type { Rejection, RefundStage } from '../../../shared/contracts/refund'

interface Said {
  /** How far it is. */
  stage: string
  /** What happens next, or what it means. */
  next: string
}

const stages: Record<Exclude<RefundStage, 'rejected'>, Said> = {
  requested: { stage: '等税务局受理', next: '受理以后，医保局审核。' },
  accepted: { stage: '税务局已受理', next: '医保局正在审核。' },
  approved: { stage: '医保局同意退', next: '下一步把钱退给您。' },
  onItsWay: { stage: '正在退回', next: '到账以后，这里会写。' },
  byHand: { stage: '微信退不回去', next: '改由财政局转账。' },
  arrived: { stage: '退回来了', next: '这一年不算参保了。' },
}

/** Money that bought nothing: nobody applied, and nobody's cover ends. */
const byItself: Partial<Record<RefundStage, Said>> = {
  approved: { stage: '会自动退回', next: '不用申请，退回原来的账户。' },
  arrived: { stage: '退回来了', next: '多付的已经退回，不用再管。' },
}

const rejected: Record<Rejection, string> = {
  factsDiffer: '查到的情况和说的不一样。',
  papersMissing: '材料不全，补齐了可以再申请。',
  noticeSaysNo: '按通知，这种情况不退。',
  other: '原因请问税务局、医保局。',
}

/** 退费, on the receipt: how far it is, and whether one may ask. */
export const refunds = {
  heading: '退费',
  stages,
  byItself,
  rejected: (why: Rejection | null): Said => ({ stage: '没有同意退', next: rejected[why ?? 'other'] }),
  asOf: (moment: string) => `截至${moment}`,
  of: (name: string, sum: string) => `${name}的${sum}`,
  apply: '申请退费',
  applyAgain: '再申请一次',
  applyFor: (what: string, name: string) => `${what}，${name}`,
  oncePaidNone: '缴了就不退。',
  duplicateNone: '重复缴的，不退。',
  unstated: '能不能退，通知没写。',
  coverEnded: '已退费，不算参保',
  coverElsewhere: '按先前的参保算',
}
