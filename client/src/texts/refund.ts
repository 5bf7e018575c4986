import { refundReasons } from './refundReasons'

/** 申请退费: why, what it means, who does what. */
export const refund = {
  title: '申请退费',
  heading: (name: string) => `${name}，为什么要退？`,
  sum: (sum: string, year: number) => `${year}年度缴的${sum}`,
  label: '为什么要退',
  reasons: refundReasons,
  consequence: '退了，这一年就不算参保，不能报销。',
  steps: '申请以后，这样办',
  stepsSay: '退费由这些部门一步一步办。',
  unsaid: '哪种情况能退，通知没写。由税务局、医保局定。',
  chooseFirst: '先选一个原因，再申请。',
  apply: (sum: string) => `申请退 ${sum}`,
  busy: '正在申请…',
  noRefund: '按通知，这种情况不退。',
  refundUnstated: '能不能退，通知没写。',
  begun: '这一笔已经在退，不用再申请。',
  beingCorrected: '柜台正在更正这一笔。过几天再看。',
}
