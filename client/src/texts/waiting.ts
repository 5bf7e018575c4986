/** After the payer's part: what the service knows about the money. "Success" of WeChat is never taken for it. */
export const waiting = {
  title: '缴费',
  order: (number: string) => `缴费单号 ${number}`,
  again: '再查一次',
  payees: (names: readonly string[]) =>
    names.length > 1 ? `${names.join('、')}，${names.length}人` : (names[0] ?? ''),
  asOf: (moment: string) => `截至${moment}`,
  confirming: {
    tag: '等税务确认',
    heading: '正在确认付款',
    text: [{ strong: '不要再付一次。' }, '可以关掉，结果会留着。'],
  },
  unpaid: {
    tag: '还没付',
    heading: '这一笔还没付',
    text: [{ strong: '没有扣钱。' }, '可以接着付，也可以不缴了。'],
    goOn: '接着去付',
    cancel: '不缴了',
    cancelling: '正在关掉这一笔…',
  },
  closed: {
    tag: '已关掉',
    heading: '这一笔关掉了',
    text: [{ strong: '没有扣钱。' }, '要缴，请重新来。'],
    goOn: '重新去缴',
  },
  paidLate: {
    tag: '正在退回',
    heading: '付晚了，钱会退回',
    text: [{ strong: '不要再付一次。' }, '钱会退回原来的账户。'],
  },
  paid: {
    tag: '税务已收',
    heading: '缴好了',
    text: [{ strong: '不用再付。' }, '正在打开凭证。'],
  },
  amount: '这一笔',
  steps: {
    youPaid: '您去付款',
    waitingForTax: '等税务确认',
    bureau: '医保到账',
    later: '税务确认以后',
    notYet: (moment: string) => `截至${moment}，还没收到`,
    sent: '已经发起',
  },
  home: '回到首页',
}
