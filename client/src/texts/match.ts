import type {
  DecisionReason,
  FindingKind,
  FindingQueue,
  FindingShown,
  MatchShown,
  RosterTaken,
} from '../../../shared/contracts/match'
import type { DecisionRefusal } from '../../../shared/contracts/staffMatch'
import { missingNames, namesOf } from './vocabulary'
import { fullDay, shortDay, shortMoment, sum, sumInline } from './figures'
import { imports } from './imports'
import { count } from './workbench'

/** Of a civil month, `YYYY-MM`. */
export const monthNumber = (month: string): number => Number(month.slice(5))

const kinds: Record<FindingKind, string> = {
  supplement: '补',
  laterUnstated: '通知没写',
  changed: '今年不变',
  lost: '今年不变',
  onBehalf: '代缴',
  reimbursement: '补',
  paidTooMuch: '多缴了',
  nameDiffers: '要核姓名',
  employeeInsured: '职工医保',
  enrolledElsewhere: '外地参保',
}

const queues: Record<FindingQueue, string> = {
  new: '新认定',
  changed: '身份变了',
  lost: '不在名单了',
  onBehalf: '代缴登记',
  reimburse: '先缴后补',
  check: '要核对',
}

const reasons: Record<DecisionReason, string> = {
  samePerson: '两边是同一个人',
  nameChecked: '姓名不同，已核户口簿',
  notSamePerson: '不是同一个人',
  rosterMistaken: '名单写错了',
  paidAlready: '已经另外发过',
  coverEnded: '那边已经停保',
  coveredTwice: '两边都在保',
}

/** What a finding comes to, in the list. */
export function comesTo({
  kind,
  fen,
  isEnrolled,
  stated,
}: Pick<FindingShown, 'kind' | 'fen' | 'isEnrolled' | 'stated'>): string {
  // That nothing changes this year is the notice's word, and of those who have used a subsidy of it.
  if (kind === 'changed' || kind === 'lost') {
    if (!stated) return kinds.laterUnstated
    if (!isEnrolled) return '还没参保'
  }
  return fen === null ? kinds[kind] : `${kinds[kind]}${sumInline(fen)}`
}

const rosterNames = (rosters: readonly RosterTaken[]): string =>
  rosters.map(({ kind }) => imports.kinds[kind].name).join('、')

/** 每月比对: the month's findings. */
export const match = {
  page: '每月比对',
  title: (month: string) => `${monthNumber(month)}月比对`,
  explain: ({ rosters, doneAt }: MatchShown) =>
    `${rosters.length === 0 ? '这个月还没有导入花名册' : rosterNames(rosters)}，对参保缴费记录。${
      doneAt === null ? '' : `${shortMoment(doneAt)}比完。`
    }`,
  tables: { findings: '比对', supplements: '应补名单' },
  none: '还没有比对过',
  noneText: '花名册导入以后，再开始比对。',
  begin: (month: string) => `开始${monthNumber(month)}月比对`,
  other: (month: string) => `看${monthNumber(month)}月`,
  beginRefusals: {
    noPolicy: '这一年没有通知，不能比。',
    notYet: '这个月还没到，到了再比。',
    laterStands: '后面的月份已经比过，不能再比。',
  },
  walking: (people: number, done: number, all: number) => `已看${count(people)}人，${all}份里比完${done}份。`,
  stopped: '比到一半停了。接着比，不会重来。',
  goOn: '接着比',
  queueOf: (queue: FindingQueue, found: number) => `${queues[queue]}　${count(found)}`,
  progress: (decided: number, found: number) =>
    `已办${count(decided)}人，还有${count(Math.max(0, found - decided))}人`,
  unsettled: (people: number, office: string) =>
    `另有${count(people)}人先缴后补，补多少通知未载明，请问${office}。`,
  allDone: '这一列都办完了',
  allDoneText: '办过的，点“看办过的”。',
  nobody: '这一列没有人',
  nobodyText: '这个月没有比出来。',
  showDecided: '看办过的',
  showOpen: '看没办的',
  more: (people: number) => `再看${count(people)}人`,
  list: '等着办的人',
  about: '打开的人',
  comesTo,
  noTown: '乡镇未知',
  several: '选几个人一起办',
  one: '一个一个办',
  chosen: (people: number) => `选了${people}人`,
  chooseAll: '这一页都选',
  whole: '看这个人的全部记录',
  record: '参保缴费记录',
  notEnrolled: '还没有参保',
  ways: { wechat: '微信缴费', counter: '柜台缴费', onBehalf: '代缴登记', roster: '来自参保名单' },
  roster: '现在的身份',
  rosterNamed: ({ kind }: RosterTaken) => imports.kinds[kind].name,
  rosterDay: ({ day, rows }: RosterTaken) => `${shortDay(day)}导入，${count(rows)}行`,
  rosterRow: ({ day, number }: { day: string; number: number }) =>
    `${shortDay(day)}导入，第${count(number)}行`,
  rosterNone: '这个月没有这种花名册',
  rows: {
    name: '姓名',
    idNumber: '身份证',
    identities: '身份',
    paid: '已缴',
    due: '该缴',
    paidOn: '缴费日',
    since: '认定日',
  },
  noIdentity: '没有',
  differs: '两边不同',
  sum: (fen: number | null) => (fen === null ? '未载明' : sum(fen)),
  day: (day: string | null) => (day === null ? '没有写' : fullDay(day)),
  answers: {
    supplement: (fen: number, month: string | null) =>
      `补${sumInline(fen)}到一卡通${month === null ? '' : `，${monthNumber(month)}月`}`,
    reimbursement: (fen: number) => `补${sumInline(fen)}到一卡通`,
    onBehalf: (fen: number | null) =>
      fen === null ? '代缴，本人不用缴' : `代缴${sumInline(fen)}，本人不用缴`,
    changed: '今年不补，也不追回',
    lost: '今年不补，也不追回',
    laterUnstated: '补不补，通知没写',
    paidTooMuch: '多缴的怎么办，通知没写',
    employeeInsured: '职工医保和居民医保，只参一种',
    enrolledElsewhere: '只在一个地方参保',
  },
  nameDiffers: ['身份证号一样，姓名不一样。', '先对户口簿。核过了，再看补不补。'],
  says: {
    supplement: '先缴全额在前，认定在后。',
    reimbursement: '先缴后补，钱已经缴了。哪个月发，通知没写。',
    onBehalf: '同意以后直接登记，不经税务征收。',
    changed: '已经享受过资助。新身份下一年算。',
    lost: '已经享受过资助。下一年按没有身份算。',
    laterUnstated: '缴费以后才认定。',
    paidTooMuch: '认定在前，缴费时没有减。',
    employeeInsured: '已参居民医保，又在职工名单上。',
    enrolledElsewhere: '已参居民医保，又在外地参保。',
  } satisfies Record<Exclude<FindingKind, 'nameDiffers'>, string>,
  /** Of somebody who has not used a subsidy of this year. */
  notUsed: {
    changed: '还没参保，按名单上现在的身份缴',
    lost: '还没参保，按没有身份缴',
    says: '今年的资助还没有用过。',
  },
  leftOut: ({ kind, day, rows }: RosterTaken) =>
    `${imports.kinds[kind].name}上没有这个人了（${shortDay(day)}导入，整份，${count(rows)}行）。`,
  endsIt: (codes: readonly string[]) => `核过以后，档案里就没有${namesOf('identities', codes)}了。`,
  changeUnstated: '身份变了怎么办，通知没写',
  ask: (office: string) => `请问${office}。`,
  missing: (facts: readonly string[]) => `还不知道：${missingNames(facts).join('、')}。`,
  reasonLabel: '理由，选一个',
  reasons,
  agree: {
    card: (fen: number) => `同意，补${sumInline(fen)}，看下一人`,
    onBehalf: '同意，代缴登记，看下一人',
    noted: '核过了，看下一人',
  },
  refuse: { card: '不补', onBehalf: '不登记', noted: '不对' },
  later: '先放着',
  busy: '正在办…',
  reasonFirst: '先选一个理由。',
  wrongReason: '这个理由不能这样定。换一个理由。',
  agreeAll: (people: number, fen: number) =>
    fen === 0 ? `同意${people}人` : `同意${people}人，共${sumInline(fen)}`,
  refuseAll: (people: number) => `${people}人都不同意`,
  chooseFirst: '先在左边选人。',
  decided: (people: number) => (people === 1 ? '办好了。' : `办好了${people}人。`),
  notDecided: (people: number, why: string) => `${people}人没办成：${why}`,
  refusals: {
    notFound: '这个人不在您能看的范围。',
    decidedAlready: '已经办过了，不能再办。',
    changedSince: '情况刚变了，请看新的情况再定。',
    claimHeld: '有一张没了结的缴费单，先等它了结。',
    enrolledElsewhere: '这一年已在别处登记，不能再登记。',
    paidAlready: '这一年已经补过，不能再补。',
    notStated: '通知没写金额，不能同意。请县医保局书面答复。',
    factsMissing: '还有情况不知道，先补上再定。',
    wrongReason: '这个理由不能这样定。换一个理由。',
  } satisfies Record<DecisionRefusal, string>,
  states: {
    agreed: '已同意',
    refused: '没有同意',
    overtaken: '情况变了，不用办',
    putOff: '先放着',
    open: '',
  },
  onlyLooks: '只能看，由县医保局定。',
  whyDecided: (reason: DecisionReason) => `理由：${reasons[reason]}`,
}
