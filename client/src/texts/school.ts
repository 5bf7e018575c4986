import type { RefusalOf } from '../../../shared/contracts/contract'
import type { SchoolList, StudentStanding } from '../../../shared/contracts/schoolList'
import { rosterFiles, spot } from './rosterFiles'
import { count } from './workbench'

/** 学生名单: a school sends its list and hears who is enrolled. */
export const school = {
  title: '学生名单',
  heading: (year: number) => `${year}年度，学生参保了没有`,
  explain: '选一个表格，要有“姓名”和“身份证号”两列。',
  kept: '名单查完就丢，不保存。只说参保没参保。',
  choose: '选学生名单',
  chooseAgain: '换一个名单',
  busy: '正在查…',
  notRead: '文件没读出来。再选一次。',
  sums: {
    enrolled: '已参保',
    notYet: '还没参保',
    notFound: '没查到',
    twice: '重复',
    idWrong: '证号不对',
  } satisfies Record<StudentStanding, string>,
  whatNext: '没参保的，请学生家里看“本地政策”里的“学生”。',
  people: (number: number) => `${count(number)}人`,
  table: '逐个看',
  columns: { name: '学生', id: '身份证号', standing: '参保情况', row: '第几行' },
  row: (row: number) => `第${row}行`,
  save: '存成表格',
  saved: '存好了。',
  file: (year: number) => `学生参保情况-${year}.csv`,
  refusals: {
    ...rosterFiles,
    headingsMissing: '没找到“姓名”和“身份证号”这两列。加上再选。',
    empty: '表是空的。',
    tooLarge: '文件太大。分成几份再选。',
    tooManyRows: '人太多。分成几份再选。',
    tooManyColumns: '列太多。只留姓名和身份证号再选。',
    tooManyCells: '格子太多。只留姓名和身份证号再选。',
  } satisfies Record<RefusalOf<typeof SchoolList>, string>,
  spot,
}
