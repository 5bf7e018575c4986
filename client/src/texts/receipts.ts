/** 我的凭证: every coverage year of everyone in the family. */
export const receipts = {
  title: '我的凭证',
  heading: '我的参保和凭证',
  none: '还没有凭证。',
  noneText: '缴好以后，凭证都在这里。',
  add: '添一位家人',
  year: (year: number) => `${year}年度`,
  paid: (sum: string) => `已缴${sum}`,
  enrolled: '已参保',
  notEnrolled: '没有记录',
  refunded: '已退费',
  awaitingTax: '待税务确认',
  open: (name: string, year: number) => `看凭证，${name}，${year}年度`,
  see: '看凭证',
  asking: '正在查…',
  unreached: '没查到。过一会再看。',
}
