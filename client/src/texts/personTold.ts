/** What happened to a person's record, in words. */
import type { CounterUndone } from '../../../shared/contracts/counterUndone'
import type { FindingKind, FindingState } from '../../../shared/contracts/match'
import type { CorrectionReason, TimelineEntry } from '../../../shared/contracts/person'
import specialGroups from '../../../shared/contracts/specialGroups.json'
import { counter } from './counter'
import { fullDay, fullMoment, sumInline } from './figures'
import { partName, reasons, sourceName, valueName } from './personFacts'
import { refundReasons } from './refundReasons'
import { channelName, documentName, identityName } from './vocabulary'

export const when = (at: string): string => (at.includes('T') ? fullMoment(at) : fullDay(at))

const orderStates: Readonly<Record<string, string>> = {
  unpaid: '还没付',
  confirming: '等微信确认',
  paid: '付了',
  closed: '没付，关了',
  paidLate: '关单后才付到',
}
const ways: Readonly<Record<string, string>> = {
  wechat: '手机缴费',
  counter: '柜台缴费',
  onBehalf: '政府代缴',
  roster: '名册带来',
}
const refundStates: Readonly<Record<string, string>> = {
  rejected: '没同意退',
  succeeded: '退回去了',
  confirmed: '退回去了',
}
const proofStates: Readonly<Record<string, string>> = {
  accepted: '通过',
  rejected: '没通过',
  askedAgain: '要重交',
  replaced: '换了新的',
  withdrawn: '本人撤回',
}
const objectionStates: Readonly<Record<string, string>> = { answered: '已答复', closed: '办完了' }
const specialStates: Readonly<Record<string, string>> = { checked: '已核定', withdrawn: '已撤销' }

const findings: Record<FindingKind, string> = {
  supplement: '新认定，要补资助',
  laterUnstated: '新认定，通知没写怎么办',
  changed: '身份变了',
  lost: '不在名单了',
  onBehalf: '要政府代缴',
  reimbursement: '先缴后补',
  paidTooMuch: '缴前就认定，没有减',
  nameDiffers: '名单上姓名不同，要核',
  employeeInsured: '又在职工医保',
  enrolledElsewhere: '又在别处参保',
}
const findingStates: Record<FindingState, string> = {
  open: '等医保局定',
  putOff: '先放着',
  agreed: '同意了',
  refused: '没同意',
  overtaken: '后来不是了',
}
const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

const whyNoMore = { refund: '退了费，', mistake: '录错了，' } as const

/** On which day, and why. */
const undoneText = (undone: CounterUndone): string =>
  [
    `${fullDay(undone.on)}${counter.states[undone.how]}`,
    ...(undone.how === 'refunded'
      ? undone.reason === null
        ? []
        : [refundReasons[undone.reason].text]
      : [counter.reasons[undone.reason].text]),
  ].join('，')

const year = (coverageYear: number): string => `${coverageYear}年度`

type Told = { title: string; text?: string }
type Tell = { [What in TimelineEntry['what']]: (entry: Extract<TimelineEntry, { what: What }>) => Told }

/** What happened, in a line, and what more there is to say. */
const tell: Tell = {
  said: ({ source, parts: said }) => ({
    title: `来源：${sourceName(source)}`,
    text: [...new Set(said.map(partName))].join('、'),
  }),
  contradicted: ({ source, part }) => ({
    title: `${partName(part)}和更正的不一样`,
    text: `${sourceName(source)}，更正的还算数`,
  }),
  corrected: ({ part, reason, before, after, words, document }) => ({
    title: `更正${partName(part)}：${reasons[reason as CorrectionReason] ?? reason}`,
    text: [
      `${before === null ? '原来没有' : valueName(part, before)} → ${after === null ? '无' : valueName(part, after)}`,
      words,
      document,
    ]
      .filter((text) => text !== null && text !== '')
      .join('；'),
  }),
  merged: () => ({ title: '另一份档案并到这一份' }),
  enrolled: ({ coverageYear, way, fen, identity, stands }) => ({
    title: `${year(coverageYear)}参保：${ways[way] ?? way}${stands ? '' : '（后来不算了）'}`,
    text: [
      fen === null ? '金额没有记录' : sumInline(fen),
      identity === null || identity === 'none' ? null : identityName(identity),
    ]
      .filter((text) => text !== null)
      .join('，'),
  }),
  withdrawn: ({ coverageYear, why }) => ({
    title: `${year(coverageYear)}${why === null ? '' : whyNoMore[why]}不算参保了`,
  }),
  ordered: ({ coverageYear, state, fen, isBack }) => ({
    title: `${year(coverageYear)}缴费单：${orderStates[state] ?? state}${isBack ? '（已退）' : ''}`,
    text: sumInline(fen),
  }),
  counterPaid: ({ coverageYear, fen, channel, undone }) => ({
    title: `${year(coverageYear)}柜台缴费${undone === null ? '' : `（${counter.states[undone.how]}）`}`,
    text: [
      [sumInline(fen), ...(channel === null ? [] : [channelName(channel)])].join('，'),
      ...(undone === null ? [] : [undoneText(undone)]),
    ].join('；'),
  }),
  refund: ({ coverageYear, state, fen, reason }) => ({
    title: `${year(coverageYear)}退费：${refundStates[state] ?? '正在办'}`,
    text: [sumInline(fen), ...(reason === null ? [] : [refundReasons[reason].text])].join('，'),
  }),
  matched: ({ coverageYear, month, kind, state, fen }) => ({
    title: `${monthName(month)}比对：${findings[kind]}`,
    text: [year(coverageYear), findingStates[state], ...(fen === null ? [] : [sumInline(fen)])].join('，'),
  }),
  owed: ({ coverageYear, fen, payMonth }) => ({
    title: `${year(coverageYear)}应补到一卡通`,
    text: `${sumInline(fen)}${payMonth === null ? '，通知没写哪个月发' : `，${monthName(payMonth)}发`}`,
  }),
  subsidyPaid: ({ coverageYear, fen }) => ({
    title: `${year(coverageYear)}资助发到一卡通`,
    text: sumInline(fen),
  }),
  saidPaidElsewhere: ({ coverageYear, channel }) => ({
    title: `${year(coverageYear)}说在别处缴了`,
    text: channelName(channel),
  }),
  proof: ({ coverageYear, paper, state }) => ({
    title: `交证明：${documentName(paper)}`,
    text: `${year(coverageYear)}，${proofStates[state] ?? '等审核'}`,
  }),
  objection: ({ coverageYear, state }) => ({
    title: `对${year(coverageYear)}的记录有异议`,
    text: objectionStates[state] ?? '正在办',
  }),
  special: ({ coverageYear, group, state }) => ({
    title: `特殊人群：${(specialGroups as Readonly<Record<string, string>>)[group] ?? group}`,
    text: `${year(coverageYear)}，${specialStates[state] ?? '等核定'}`,
  }),
  consent: ({ withdrawn }) => ({
    title: withdrawn ? '同意过使用信息，又撤回了' : '同意使用个人信息',
  }),
}

export const told = (entry: TimelineEntry): Told => (tell[entry.what] as (one: TimelineEntry) => Told)(entry)
