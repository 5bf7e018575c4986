import type { AuditShown, ChainShown } from '../../../shared/contracts/listAudit'
import { fullMoment, fullDay, moment } from './figures'
import { count } from './workbench'

/** What somebody looked at or took along, in words; every other step is told by what it happened to. */
const looks: Readonly<Record<string, string>> = {
  personSeen: '看了一位居民的档案',
  personFound: '按姓名和证号找到一位居民',
  personNotFound: '按姓名和证号找人，没找到',
  peopleListed: '看了一页名单',
  missingListed: '看了未参保名单',
  ownMissingListed: '看了本部门名单上未参保的人',
  missingOpened: '看了一位未参保居民',
  missingExported: '导出了未参保名单',
  ownMissingExported: '导出了本部门名单上未参保的人',
  progressExported: '导出了进度',
  rulesExported: '导出了规则变化',
  specialListed: '看了特殊人群台账',
  schoolListAnswered: '查了一份学生名单',
  importRejectsRead: '看了导入退回的行',
  importRejectsTaken: '导出了导入退回的行',
  formSeen: '看了一份表册',
  formPrinted: '打印了一份表册',
  formDownloaded: '导出了一份表册',
  supplementsExported: '导出了应补名单',
  proofOpenedByStaff: '打开了一份证明',
  auditListed: '看了审计记录',
  personCorrected: '更正了一位居民',
  recordsMerged: '把两份档案合成一份',
  identityMerged: '补了身份证号',
}

const things: Readonly<Record<string, string>> = {
  refunds: '退费',
  proofs: '证明',
  complaints: '意见投诉',
  imports: '导入',
  specialNotes: '特殊人群登记',
  counterPayments: '柜台缴费',
  counterReversals: '柜台缴费更正',
  townDays: '乡镇日结',
  staffAccounts: '经办账号',
  duplicates: '疑似重复',
  residents: '居民档案',
  ruleReviews: '规则复核',
  matches: '每月比对',
  matchFindings: '比对结果',
}

const pages: Readonly<Record<string, string>> = {
  proofs: '证明',
  refunds: '退费',
  complaints: '意见投诉',
  duplicates: '疑似重复',
  findings: '每月比对',
  supplements: '应补名单',
  counterPayments: '柜台缴费',
}

const [collectionOf, idOf] = [
  (object: string): string => object.split('/')[0] ?? '',
  (object: string): string => object.split('/')[1] ?? '',
]

/** 审计: who did what and looked at whom. */
export const audit = {
  title: '审计',
  heading: '谁做了什么、看了谁',
  explain: '每看一位居民、每导出一次，都有一条；导出里有谁也记着。',
  day: '看哪一天',
  dayHint: '一天一天看，最近的在最上面。',
  onlyPerson: '只看和这位居民有关的。',
  onlyActor: '只看这一位经办的。',
  listsNote: '在名单里被看到的，只查所选的这一天；被导出、打印的，往前查一个月。',
  all: '看所有人的',
  nothing: '这一天没有记录',
  nothingText: '换一天再看。',
  columns: { at: '时间', who: '谁', what: '做了什么', whom: '对谁' },
  table: '审计记录',
  when: (at: string) => moment(at).time,
  whenFull: fullMoment,
  what: ({ action, object, details }: AuditShown): string => {
    const look = looks[action]
    if (look === undefined)
      return `办了一步：${things[collectionOf(object)] ?? collectionOf(object)}（${action}）`
    const page = pages[idOf(object)]
    return typeof details.people === 'number'
      ? `${look}${page === undefined ? '' : `（${page}）`}，${count(details.people)}人`
      : look
  },
  /** The resident it is about, by id; undefined where it is about no one person. */
  residentOf: ({ object }: AuditShown): string | undefined =>
    collectionOf(object) === 'residents' ? idOf(object) : undefined,
  open: '看档案',
  openOf: (what: string, at: string) => `看档案，${what}，${fullMoment(at)}`,
  byActor: '只看这一位',
  byActorOf: (name: string, at: string) => `只看${name}的，${fullMoment(at)}这一条`,
  more: '再看更早的',
  chain: {
    heading: '记录有没有被动过',
    unchecked: '还没有核过。',
    sound: ({ seq, at }: NonNullable<ChainShown['checked']>) =>
      `核到第${count(seq)}环，没有被动过。${fullMoment(at)}核的。`,
    broken: ({ seq }: NonNullable<ChainShown['fault']>) => `第${count(seq)}环对不上，有人动过。马上报告。`,
    head: ({ day, events }: NonNullable<ChainShown['head']>) => `${fullDay(day)}的链头，${count(events)}条：`,
    headText: '和单独抄存的那一份对一对。',
  },
}
