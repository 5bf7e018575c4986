import type { ExportRules, ReviewRules, SubmitRules } from '../../../shared/contracts/ruleChanges'
import type { RefusalOf } from '../../../shared/contracts/contract'
import { fullMoment } from './figures'

/** 规则: what a new year's table changes, and who has looked at it. */
export const rules = {
  title: '规则',
  heading: (from: number, to: number) => `${from}年度 → ${to}年度，变了什么`,
  first: (year: number) => `${year}年度的规则`,
  firstText: '这是本地的第一张表，没有上一年可比。',
  explain: (from: number | null, to: number) =>
    from === null
      ? `年度是参保年度。通知标题写“${to}年”。`
      : `年度是参保年度。通知标题分别写“${from}年”和“${to}年”。`,
  tried: '人数、金额按本县名册试算。',
  asOf: (instant: string) => `名册截至${fullMoment(instant)}。`,
  counting: (done: number, all: number) => `正在数名册：${all}份里数了${done}份，人数还不全。`,
  notCounted: '名册还没有数过，过一会再看人数。',
  unknown: (people: string) => `另有${people}人身份没有登记，没算在内。`,
  figures: { changed: '有变化', more: '自己负担变多', less: '自己负担变少', open: '通知没写清，等裁定' },
  items: '项',
  people: '人',
  yuan: (sum: string) => `${sum}元`,
  table: '两个年度的差异',
  columns: { item: '项目', each: '每人', people: '人数', fen: '一共', year: (year: number) => `${year}年度` },
  more: (sum: string) => `多 ${sum}`,
  less: (sum: string) => `少 ${sum}`,
  same: '不变',
  none: '—',
  says: (item: string, year: number, what: string) => `${year}年度，${item}：${what}。`,
  openNote: '没写清的，请医保局裁定后写进表里，注明文号。裁定以前，居民看到的是“未载明”。',
  review: '这张表谁看过',
  export: '导出表格',
  file: (from: number, to: number) => `${from}到${to}年度规则变化.csv`,
  exportRefusals: {
    noPolicy: '这一年没有表。重新打开这页再看。',
    nothingBefore: '这是本地的第一张表，没有上一年可比。',
  } satisfies Record<RefusalOf<typeof ExportRules>, string>,
  submitted: (name: string, at: string) => `提交：${name}，${fullMoment(at)}`,
  reviewed: (name: string, at: string) => `审核：${name}，${fullMoment(at)}`,
  note: (note: string) => `退回的原因：${note}`,
  ownNote: '自己提交的，自己不能审核。',
  submit: '请另一人审核',
  approve: '看过了，审核通过',
  sendBack: '退回',
  sendBackSure: '退回，写明原因',
  notYet: '先不定',
  noteLabel: '哪里不对',
  noteHint: '写清是哪一条，最多200字。',
  busy: '正在记…',
  refusals: {
    noPolicy: '这一年没有表。重新打开这页再看。',
    otherVersion: '表已经换了新的。重新打开这页再看。',
    notNow: '这张表已经有人办过。重新打开这页再看。',
    ownSubmission: '自己提交的，自己不能审核。请换一位同事。',
    noteMissing: '退回要写明哪里不对。',
  } satisfies Record<RefusalOf<typeof SubmitRules> | RefusalOf<typeof ReviewRules>, string>,
}
