import type { DecideDuplicate, DuplicateState, LikePerson } from '../../../shared/contracts/duplicates'
import type { Sentences } from '../workbench/useStep'
import { fullMoment, sumInline } from './figures'
import { count } from './workbench'

const paidBy: Record<LikePerson['paid'][number]['by'], string> = { order: '手机缴费', record: '柜台或名册' }

/** 疑似重复: two records side by side, and what is decided about them. */
export const duplicates = {
  title: '疑似重复',
  heading: '疑似重复的档案',
  explain: '姓名和出生日期一样的两份，由人判定。',
  elsewhere: (people: number) =>
    people === 0
      ? '本县的人，别的县都没有档案。'
      : `本县有${count(people)}人，别的县也有档案。只知道人数，不知道是谁。`,
  states: {
    open: '等判定',
    putOff: '先放着',
    returning: '等退费',
    different: '是两个人',
    same: '是同一人',
  } satisfies Record<DuplicateState, string>,
  nothing: '这里没有',
  nothingText: '每天查一遍，查到的排在这里。',
  found: (at: string) => `${fullMoment(at)}查到`,
  pair: (name: string, at: string) => `${name}，${fullMoment(at)}查到`,
  labels: { number: '证件', born: '出生日期', where: '在哪里', paid: '缴费' },
  temporary: '出生证明编号',
  nowhere: '没有记录',
  paidNone: '没有缴费',
  paid: ({ coverageYear, by, fen, returning }: LikePerson['paid'][number]) =>
    `${coverageYear}年度${paidBy[by]}${fen === null ? '' : `，${sumInline(fen)}`}${returning ? '，正在退' : ''}`,
  kept: '留下的',
  keepLabel: '留哪一份？',
  keep: (number: string, first: boolean) => `第${first ? '一' : '二'}份：${number}`,
  keepHint: '另一份并过来。缴了费的那份要留下。',
  which: (first: boolean) => (first ? '第一份' : '第二份'),
  same: '是同一个人，合成一份',
  different: '是两个人',
  putOff: '先放着',
  busy: '正在记…',
  done: '记下了。',
  returningNote: '另一份的缴费已转退费。退完再合。',
  more: '再看后面的',
  refusals: {
    notFound: '没有找到这一对。重新打开这页再看。',
    decided: '已经判定过了。',
    keepMissing: '先选留哪一份。',
    paidOnOther: '钱缴在另一份上。请留那一份。',
    recordStands: '另一份是柜台或名册缴的。先到那边撤。',
    orderOpen: '正有人在缴费。等缴完或关单再办。',
    otherChild: '两份的姓名或出生对不上。先核对。',
    changedSince: '刚才有变化。重新打开这页再看。',
  } satisfies Sentences<typeof DecideDuplicate>,
}
