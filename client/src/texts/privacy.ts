import type { GuardianConsent, PersonConsent } from '../../../shared/contracts/fields'
import type { PublicOrderState } from '../../../shared/contracts/fields'
import type { PublicReminderState } from '../../../shared/contracts/reminder'

/** 我的信息: what is stored, why, how to take it along and how to have it deleted. */
export const privacy = {
  title: '我的信息',
  heading: '存了您什么',
  intro: '姓名、证号加密存着，屏幕上遮住中间。',
  people: '您替谁办',
  nobody: '现在没有。',
  consents: '您同意过什么',
  consent: {
    'person-1': '用姓名、身份证号查参保和缴费',
    'guardian-1': '监护人同意用孩子的信息',
  } satisfies Record<PersonConsent | GuardianConsent, string>,
  whose: (name: string | null) => name ?? '已不替他办',
  given: (day: string) => `${day}同意`,
  withdrawn: (day: string) => `${day}撤回`,
  orders: '您缴过什么',
  order: (year: number, people: number, sum: string) => `${year}年度，${people}人，${sum}`,
  states: {
    unpaid: '还没付',
    confirming: '正在确认',
    paid: '付了',
    closed: '没付，已关',
    paidLate: '付晚了，钱退回',
  } satisfies Record<PublicOrderState, string>,
  noOrders: '没有缴费单。',
  reminders: '要我们提醒的',
  reminderStates: {
    open: '还没答',
    wanted: '到时候发一次',
    declined: '您说了不用',
    over: '已经办完',
  } satisfies Record<PublicReminderState, string>,
  phone: '这部手机上',
  phoneText: '存着您选的地方、字的大小、没办完的回答。不存姓名和证号。',
  takeHeading: '带走一份',
  take: '复制我的信息',
  taken: '复制好了，粘到别处就能留着。',
  deleteHeading: '删掉',
  deleteWhat: '不再替谁办，撤回全部同意，清掉这部手机上的。',
  deleteKept: '缴费单、凭证、退费、参保记录要留着对账，不能删。',
  ask: '删掉我的信息',
  sure: '确定删掉？',
  sureText: '删了以后，要缴费得重新填姓名和证号。',
  confirm: '确定，删掉',
  keep: '不删了',
  busy: '正在删…',
  done: '删好了。您替谁办、同意过什么，都没有了。',
  home: '回到首页',
  plain: {
    heading: '明白账：我的信息',
    asOf: (moment: string) => `截至${moment}`,
  },
}
