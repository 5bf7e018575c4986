import { exports } from './exports'
import { shortDay, sum } from './figures'
import { monthNumber } from './match'
import { count } from './workbench'

/** 应补名单: what the benefit cards are owed. */
export const supplements = {
  title: (month: string) => `${monthNumber(month)}月应补名单`,
  explain: '同意补到一卡通的人，一年一次。',
  before: '看上个月',
  after: '看下个月',
  none: '这个月没有应补的人',
  noneText: '比对里同意以后，名字会到这里。',
  towns: '各乡镇合计',
  town: '乡镇',
  people: '人数',
  amount: '金额',
  total: '合计',
  peopleOf: (people: number) => `${count(people)}人`,
  sum,
  list: '名单',
  month: (month: string | null) => (month === null ? '月份未载明' : `通知：${monthNumber(month)}月`),
  paid: (day: string) => `${shortDay(day)}已发`,
  pay: '标记已发',
  payFor: (name: string) => `标记已发，${name}`,
  more: '再看一页',
  export: '导出表格',
  saving: { ...exports, exported: '存好了。含身份证号和账号，用后删除。' },
  fileName: (month: string) => `应补名单-${month}.csv`,
  payRefusals: {
    notFound: '这个人今年的参保已经没有了。',
    notedAlready: '已经记过，日期或金额不同。',
    inFuture: '日期不能在今天以后。',
  },
}
