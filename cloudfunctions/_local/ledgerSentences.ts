import type { Rule, Violation } from '../_ledger/verify/books'

const sentences: Readonly<Record<Rule, string>> = {
  entryDoesNotBalance: '分录借贷不平',
  entryOfAnotherDay: '分录记在别的日子',
  entryOfAnotherCounty: '分录记在别的县',
  entryWithoutFact: '分录没有对应的支付或退费',
  entrySumDiffers: '分录金额和支付或退费不同',
  paymentWithoutEntry: '支付没有入账',
  paymentWithoutOrder: '支付没有对应的缴费单',
  unknownState: '状态表里没有这个状态',
  orderSumDiffers: '缴费单金额不等于各人之和',
  unpaidOrderWithPayment: '没付的缴费单上有支付',
  paidOrderWithoutPayment: '已付的缴费单没有支付',
  lateOrderWithoutRefund: '关单后付的钱没有退费',
  refundsAbovePayment: '退费超过了支付',
  reservedDiffers: '占用的退费额不等于各笔退费',
  refundedDiffers: '已退金额不等于到账的退费',
  refundOfNoLine: '退费不对应缴费单上的人',
  refundWithoutEntry: '退费没有入账',
  personPaidTwice: '同一人同一年度付了两次没有退',
  personNotEnrolled: '付了钱没有参保',
  claimNotHeld: '缴费单没有占位',
  claimNotReleased: '该放开的占位没有放开',
  claimOfNoOrder: '占位指向的缴费单没有这个人',
  enrollmentOfNoOrder: '参保记录指向的缴费单没有付这个人',
  enrollmentNotWithdrawn: '退费到账和参保记录不一致',
  billTotalsDiffer: '账单行数或金额和合计不同',
  notInBill: '账上有，微信账单没有',
  notInLedger: '微信账单有，账上没有',
  billSumDiffers: '账上和微信账单金额不同',
  refundNotInBill: '退费到账，微信账单没有',
  refundNotInLedger: '微信账单有退费，账上没有',
  pushDiffers: '推送的明细和账上不同',
}

export const sentenceOf = ({ rule, document }: Violation): string =>
  `${sentences[rule]}：${document}（${rule}）`
