import type {
  CorrectPerson,
  CorrectedPart,
  CorrectionReason,
  FactShown,
  FindPerson,
  SourceShown,
  TimelineEntry,
} from '../../../shared/contracts/person'
import type { Sentences } from '../workbench/useStep'
import type { FindingKind, FindingState } from '../../../shared/contracts/match'
import specialGroups from '../../../shared/contracts/specialGroups.json'
import { fullDay, fullMoment, moment, sumInline } from './figures'
import { imports } from './imports'
import { channelName, documentName, identityName, nameOfCode } from './vocabulary'

const parts: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '证件号码',
  town: '乡镇',
  village: '村（社区）',
  household: '户编号',
  address: '住址',
  phone: '联系电话',
  account: '一卡通账号',
  residence: '户籍或居住',
  otherCover: '别的医保',
  lastCovered: '上次参保',
  student: '是不是学生',
  identities: '身份',
  ended: '停用的身份',
}

/** What a fact is about; each identity is one of its own. */
const partName = (part: string): string => parts[part.split('.')[0] ?? ''] ?? parts.identities ?? part

const valueOf: Readonly<Record<string, (value: string) => string>> = {
  residence: (code) => nameOfCode('residence', code),
  otherCover: (code) => nameOfCode('otherCover', code),
  student: (code) => nameOfCode('student', code),
  lastCovered: (year) => (year === 'never' ? '从来没有' : `${year}年度`),
  identities: (code) => (code === 'none' ? '没有受资助的身份' : code.split(' ').map(withSince).join('、')),
  identity: identityName,
  ended: identityName,
}

const withSince = (text: string): string => {
  const [code = '', since] = text.split('@')
  return since ? `${identityName(code)}（${since}起）` : identityName(code)
}

/** A value in words: codes by their names, everything else as it stands. */
const valueName = (part: string, value: string): string =>
  (valueOf[part] ?? valueOf[part.split('.')[0] ?? ''] ?? ((text: string) => text))(value)

const kinds: Record<SourceShown['kind'], string> = {
  import: '名册导入',
  guardian: '监护人登记',
  correction: '经办更正',
  merge: '两份合成一份',
  demonstration: '演示数据',
}

const sourceName = ({ kind, roster, row, by, at }: SourceShown): string =>
  [
    roster === null ? kinds[kind] : imports.kinds[roster].name,
    fullDay(moment(at).day),
    row === null ? null : `第${row}行`,
    by,
  ]
    .filter((text) => text !== null)
    .join(' · ')

const reasons: Record<CorrectionReason, string> = {
  misspelt: '录入时写错了',
  householdRegister: '以户口簿为准',
  moved: '搬家、迁户',
  proofSeen: '看过证明材料',
  personSays: '本人说明',
  officeSays: '部门来文',
  other: '别的原因',
}

const when = (at: string): string => (at.includes('T') ? fullMoment(at) : fullDay(at))

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

const year = (coverageYear: number): string => `${coverageYear}年度`

type Told = { title: string; text?: string }
type Tell = { [What in TimelineEntry['what']]: (entry: Extract<TimelineEntry, { what: What }>) => Told }

/** What happened, in a line, and what more there is to say. */
const told: Tell = {
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
  enrolled: ({ coverageYear, way, fen, identity }) => ({
    title: `${year(coverageYear)}参保：${ways[way] ?? way}`,
    text: [
      fen === null ? '金额没有记录' : sumInline(fen),
      identity === null || identity === 'none' ? null : identityName(identity),
    ]
      .filter((text) => text !== null)
      .join('，'),
  }),
  withdrawn: ({ coverageYear }) => ({ title: `${year(coverageYear)}退了费，不算参保` }),
  ordered: ({ coverageYear, state, fen }) => ({
    title: `${year(coverageYear)}缴费单：${orderStates[state] ?? state}`,
    text: sumInline(fen),
  }),
  counterPaid: ({ coverageYear, state, fen, channel }) => ({
    title: `${year(coverageYear)}柜台缴费${state === 'withdrawn' ? '（已撤）' : ''}`,
    text: `${sumInline(fen)}，${channelName(channel)}`,
  }),
  refund: ({ coverageYear, state, fen }) => ({
    title: `${year(coverageYear)}退费：${refundStates[state] ?? '正在办'}`,
    text: sumInline(fen),
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

/** 居民: what the pages about one person say. */
export const person = {
  title: '居民',
  tabs: { find: '找人', duplicates: '疑似重复' },
  find: {
    heading: '找哪一位？',
    explain: '姓名和证件号码都要全。谁找过谁，都有记录。',
    name: '姓名',
    nameHint: '照证件上的写。',
    idNumber: '证件号码',
    idHint: '身份证18位，或出生证明编号。',
    go: '找',
    busy: '正在找…',
    nameFirst: '先填姓名和证件号码。',
    refusals: {
      idLength: '证件号码位数不对。再看一遍。',
      idCharacter: '证件号码有不该有的字。',
      idDate: '证件号码里的日期不对。',
      idFuture: '证件号码里的日期还没到。',
      idCheckDigit: '证件号码末位对不上。',
      notFound: '您能看的范围里没有这个人。',
    } satisfies Sentences<typeof FindPerson>,
  },
  back: '再找一位',
  notFound: '没有找到这个人',
  notFoundText: '可能搬到别的乡镇了，由那边看。',
  temporary: '还没有身份证号，用出生证明编号。',
  gone: '这一份已并到另一份。',
  goneGo: '看现在的那一份',
  born: (day: string) => `出生日期 ${fullDay(day)}`,
  facts: '现在的情况',
  timeline: '经过',
  newest: '最近的在最上面。',
  nothing: '还没有记录',
  partName,
  valueName,
  since: (day: string) => `${fullDay(day)}起`,
  source: (source: SourceShown) => `来源：${sourceName(source)}`,
  noSource: '没有记录来源',
  contradicted: ({ part, contradictedBy: by }: FactShown): string | null =>
    by && (part.startsWith('ended.') ? `${sourceName(by)}还列着` : `${sourceName(by)}说的不一样`),
  when,
  by: (name: string) => `经办：${name}`,
  told: (entry: TimelineEntry): Told => (told[entry.what] as (one: TimelineEntry) => Told)(entry),
  looked: '谁看过这个人',
  correct: '更正',
  correctOf: (part: string) => `更正，${part}`,
  correcting: {
    heading: (part: string) => `更正${part}`,
    now: (value: string) => `现在是：${value}`,
    nowNothing: '现在没有记录。',
    value: (part: CorrectedPart) => (part === 'identities' ? '有哪些身份？' : `正确的${partName(part)}`),
    valueHint: '照材料上的写。',
    document: '文号',
    documentHint: '哪个部门的哪一份文件。',
    reason: '为什么更正',
    reasons,
    words: '说明',
    wordsHint: '看了什么、谁说的。最多200字，不写证号。',
    since: (day: string | null) => (day === null ? '没有认定日期' : `${fullDay(day)}认定`),
    newSince: '认定日期没有写',
    consequence: '更正以后，名册说的不一样也以更正为准。去掉的身份，名册再列也不算，要再更正才恢复。',
    save: '记下更正',
    busy: '正在记…',
    cancel: '先不改',
    incomplete: '正确的内容、原因和说明都要填。',
    done: '更正好了。',
    refusals: {
      notFound: '没有找到这个人。可能已不归您管。',
      changedSince: '刚才有人改过。刷新再看。',
      nothingNew: '和现在记的一样，不用改。',
      townUnknown: '本县没有这个乡镇。',
      identityUnknown: '本县的通知和名册没有这个身份。',
      orderOpen: '正有人给他缴费。等缴完或关单再改。',
      temporaryName: '先补身份证号，再改姓名。',
    } satisfies Sentences<typeof CorrectPerson>,
  },
}
