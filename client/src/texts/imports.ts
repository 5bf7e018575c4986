import type { GeneralRefusal, RefusalOf } from '../../../shared/contracts/contract'
import type { BeginImport } from '../../../shared/contracts/beginImport'
import type { CommitImport } from '../../../shared/contracts/commitImport'
import type { ImportRejects } from '../../../shared/contracts/importRejects'
import type {
  ImportField,
  ImportFileRefusal,
  ImportKind,
  ImportReason,
  ImportShown,
  ImportState,
  RosterLists,
} from '../../../shared/contracts/imports'
import type { MapImport } from '../../../shared/contracts/mapImport'
import type { OpenImport } from '../../../shared/contracts/openImport'
import type { ReadImport } from '../../../shared/contracts/readImport'
import type { RejectedRows } from '../../../shared/contracts/rejectedRows'
import type { SendImportPart } from '../../../shared/contracts/sendImportPart'
import type { TryImport } from '../../../shared/contracts/tryImport'
import type { UndoImport } from '../../../shared/contracts/undoImport'
import type { Sentence } from '../components/Sentence'
import kinds from '../../../shared/imports/kinds.json'
import rejected from '../../../shared/imports/rejectSentences.json'
import { shortDay, shortMoment } from './figures'
import { rosterFiles, spot } from './rosterFiles'
import { count } from './workbench'

/** Whatever any step of an import may be refused with. */
export type StepRefusal = RefusalOf<
  | typeof BeginImport
  | typeof SendImportPart
  | typeof ReadImport
  | typeof OpenImport
  | typeof MapImport
  | typeof TryImport
  | typeof CommitImport
  | typeof UndoImport
  | typeof RejectedRows
  | typeof ImportRejects
>

const fields: Record<ImportField, string> = {
  name: '姓名',
  idNumber: '身份证号码',
  town: '乡镇',
  village: '村（社区）',
  household: '户编号',
  identity: '人员类别',
  since: '认定时间',
  address: '住址',
  phone: '联系电话',
  account: '一卡通账号',
  heads: '任务数',
  yuan: '金额（元）',
  paidOn: '缴费日期',
  receipt: '票据号',
  channel: '缴费渠道',
}

const fileRefusals: Record<ImportFileRefusal, string> = {
  ...rosterFiles,
  empty: '表是空的。换一个文件。',
  tooLarge: '文件太大。按乡镇分成几份再选。',
  tooManyRows: '行太多。按乡镇分成几份再选。',
  tooManyColumns: '列太多。删去用不上的列再选。',
  tooManyCells: '格子太多。删去用不上的列再选。',
  headingsMissing: '没有列名那一行。在最上面加上再选。',
}

const steps: Record<StepRefusal | GeneralRefusal, string> = {
  badRequest: '这一步没有办成。重新打开这页再试。',
  tooMany: '点得太多了。过一会再试。',
  notAllowed: '您的账号不能导入这一种。请找县医保局。',
  otherImport: '文件换过了。重新选一次。',
  yearMissing: '没有说是哪个年度。重新打开这页再选。',
  notFound: '没有找到这一次导入。回到列表再看。',
  notNow: '这一步已经过了。重新打开这页再看。',
  partMissing: '文件没有传完。再选一次。',
  columnMissing: '还有一列没有选。选好再预演。',
  totalDiffers: '总数对不上。先问清，写明原因再写入。',
  dependedOn: '已经有人用上这一批，不能撤回。',
}

const isUnread = (state: ImportState): boolean => state === 'refused' || state === 'uploading'

/** 导入: a roster's way from a file to the residents, and back. */
export const imports = {
  title: '导入',
  step: (number: number) => `导入　第${number}步，共4步`,
  steps,
  fileRefusals,
  spot,
  /** What a kind of list is called, and who sends it. */
  kinds: kinds satisfies Record<ImportKind, { name: string; sender: string }>,
  fields,
  reasons: rejected satisfies Record<ImportReason, { why: string; mend: string }>,

  begin: {
    heading: '导入哪一种名单？',
    explain: '选.xlsx或.csv。先预演，看过再写入。',
    none: '您的账号没有可导入的名单',
    noneText: '要导入，请县医保局在账号里加上。',
    kind: '哪一种名单',
    kindFirst: '先选哪一种名单。',
    choose: '选文件',
    notRead: '文件没读出来。再选一次。',
    sending: (sent: string, parts: string) => `正在传：${sent}／${parts}`,
    reading: '传完了，正在读。',
    kept: '文件加密保存，只有您这一级看得到。',
  },

  list: {
    heading: '导入过的',
    columns: { what: '名单', at: '什么时候', rows: '行数', state: '到哪一步', go: '看' },
    go: (state: ImportState) => (goesOn.has(state) ? '接着办' : '看'),
    goLabel: (go: string, file: string, at: string) => `${go}，${file}，${at}传的`,
    more: '再看更早的',
  },
  states: {
    uploading: '没传完',
    uploaded: '等对列',
    mapped: '正在预演',
    tried: '等写入',
    committing: '正在写入',
    committed: '写进去了',
    checking: '查能不能撤',
    undoing: '正在撤回',
    undone: '撤回了',
    refused: '没收',
    abandoned: '放久了',
  } satisfies Record<ImportState, string>,

  /** Of a file that was not read, nothing is said of rows. */
  about: ({ fileName, startedAt, rows, state }: ImportShown) =>
    [fileName, ...(isUnread(state) ? [] : [`${count(rows)}行`]), `${shortMoment(startedAt)}传`].join('，'),
  rowsOf: ({ rows, state }: Pick<ImportShown, 'rows' | 'state'>) => (isUnread(state) ? '' : count(rows)),
  other: '换一个文件',
  back: '看所有的导入',
  again: '再试一次',

  columns: {
    heading: '哪一列是什么？',
    explain: '认得出的已经选好。看一眼例子，不对就改。',
    remembered: '下次同样的表，不用再选。',
    needed: '必须有',
    optional: '没有可以不选',
    like: (needed: string, samples: readonly string[]) => `${needed}。如：${samples.join('、')}`,
    none: '不用',
    column: (heading: string, number: number) => heading || `第${number}列`,
    missing: (field: string) => `选哪一列是${field}。`,
    twice: (field: string) => `这一列已经是${field}。`,
    totals: { people: '报送单位说有多少人（可不填）', fen: '报送单位说共多少元（可不填）' },
    totalHint: '表末写了合计的，不用填。',
    totalWrong: '只填数字，不带逗号。',
    go: '预演',
    busy: '正在核对有没有重复的行。',
  },

  trying: {
    heading: '正在预演，还没有写进去',
    progress: (done: string, rows: string) => `试了${done}行，共${rows}行`,
    away: '可以先去别的页，回来接着看。',
  },
  tried: {
    heading: '预演：还没有写进去',
    added: '新增',
    changed: '有变化',
    same: '没变',
    rejected: '退回',
    total: '和表上写的总数',
    equal: '对上了',
    unsaid: '没写',
    unsaidText: '表末没有合计',
    differs: (number: string) => `差${number}`,
    stated: (stated: string, counted: string) => `表上写${stated}，实有${counted}`,
    warn: (sender: string, stated: string): Sentence => [
      { strong: '总数对不上。' },
      `先问${sender}，表上的${stated}是怎么来的。也可以写明原因后继续。`,
    ],
    listsLabel: '这份名单是不是整份？',
    lists: {
      everybody: { text: '整份名单', hint: '全县这一类的人都在上面，不在的就没有。' },
      additions: { text: '只有新增的', hint: '不在上面的人，不作判断。' },
    } satisfies Record<RosterLists, { text: string; hint: string }>,
    listsFirst: '先选这份名单是不是整份。',
    fewer: ({ day, people, missing }: NonNullable<ImportShown['last']>): Sentence => [
      { strong: `少了${count(missing)}人。` },
      `${shortDay(day)}的整份名单，连后来新增的，一共${count(people)}人。选整份名单，少了的人就算不在名单了。`,
    ],
    note: '记下这份名单',
    nothingNew: '没有要改的。记下来，比对时才知道谁不在名单了。',
    reason: '为什么照样写入',
    reasonHint: '两个字以上。加密保存，查账时看。',
    reasonFirst: '先写明为什么照样写入。',
    commit: (rows: string, rejected: string) => `写入${rows}行${rejected}`,
    skips: (rows: string) => `，跳过${rows}行`,
    nothing: '没有要写入的。名单和现在的一样，或都退回了。',
    undoable: '写入以后，整批可以撤回。',
  },
  rejected: {
    heading: (rows: string) => `退回的${rows}行`,
    save: '下载，多一列“退回原因”',
    saving: {
      exporting: '正在下载…',
      exported: '下载好了。改好的行，再导入一次。',
      notExported: '没有下载成。再点一次。',
    },
    more: '再看后面的',
    columns: { where: '哪一格', written: '表里写的', why: '为什么退回', mend: '怎么改' },
    where: (row: string, heading: string) => `第${row}行　${heading}`,
    empty: '（空）',
    gone: '退回的行已经清掉，只剩行数。',
    sameAs: (row: string) => `和第${row}行重复`,
    file: (kind: string) => `${kind}-退回的行.csv`,
  },

  committing: {
    heading: '正在写入',
    progress: (done: string, rows: string) => `写了${done}行，共${rows}行`,
  },
  committed: { heading: '写进去了' },
  refused: { heading: '这个文件没收' },
  abandoned: { heading: '放得太久，清掉了', text: '没有写入的名单不久留。请再导入一次。' },
  uploading: { heading: '文件没有传完', text: '传到一半停了。请再选一次这个文件。' },
  people: (number: number) => `${count(number)}人`,
  rows: (number: number) => `${count(number)}行`,
}

/** Something is to be done with these before they are through. */
const goesOn: ReadonlySet<ImportState> = new Set([
  'uploaded',
  'mapped',
  'tried',
  'committing',
  'checking',
  'undoing',
])
