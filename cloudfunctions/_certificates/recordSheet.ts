/** What a printed record says. Never more than the person's own page, and of the ID number only its ends. */
import type { EnrollmentYear } from '../../shared/contracts/myEnrollments'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { dayOfMonth, monthOf, yearOf, type CivilDay } from '../../shared/rules/civilDay'
import { civilDayOf } from '../_ports/clock'
import type { Sheet } from '../_ports/printer'
import type { Resident } from '../_residents/residentRecord'

type Recorded = Pick<
  EnrollmentYear,
  'coverageFrom' | 'coverageTo' | 'source' | 'counter' | 'paidBy' | 'paidFen' | 'paidAt' | 'orderNumber'
>

interface Printed {
  resident: Resident
  coverageYear: number
  record: Recorded
  place: string
  /** Whom to ask for an official paper. */
  office: string
  printedOn: CivilDay
  /** People are made up here, and so is the record. */
  demo: boolean
  /** The characters of the name that the font does not have. */
  missing: readonly string[]
  /** Where the code leads. */
  checkAt: string
}

export function recordSheet(printed: Printed): Sheet {
  const { resident, coverageYear, record, place, office, printedOn, demo, missing, checkAt } = printed
  return {
    title: demo ? '参保记录（演示）' : '参保记录',
    subtitle: '从“明白账”打印，不是医保局开的参保缴费凭证',
    rows: [
      { label: '姓名', value: printable(resident.name, missing) },
      { label: '证件号码', value: maskIdNumber(resident.idNumber) },
      { label: '参保地', value: place },
      { label: '险种', value: '城乡居民基本医疗保险' },
      { label: '参保年度', value: `${coverageYear}年度` },
      { label: '待遇享受期', value: coverOf(record) },
      { label: '个人缴费', value: paidOf(record) },
      { label: '付款时间', value: paidOnOf(record) },
      { label: '缴费单号', value: numberOf(record) },
      { label: '打印日期', value: day(printedOn) },
    ],
    notes: [
      ...(missing.length > 0 ? ['姓名里的“〓”代表字库没有的字，以身份证为准。'] : []),
      ...(demo ? ['演示用：人是编的，没有真的缴费。'] : []),
      '这是本服务在打印日的记录。以后退了费，扫码会显示无效。',
      `要医保局开的凭证，请问${office}：本地通知没有写由谁开、怎么开。`,
    ],
    checkWords: ['扫码查验', '只显示有效或无效，', '不显示是谁、哪一年。'],
    checkAt,
  }
}

const unknown = '记录里没有写'

/** 〓 (the mark for a missing sort) rather than an empty box, or nothing at all. */
const printable = (text: string, missing: readonly string[]): string =>
  Array.from(text, (character) => (missing.includes(character) ? '〓' : character)).join('')

function coverOf({ coverageFrom, coverageTo }: Recorded): string {
  const spans = coverageFrom.map((first, i) => {
    const last = coverageTo[i] ?? coverageTo[0]
    return last === undefined ? `${day(first)}起` : `${day(first)}到${day(last)}`
  })
  return spans.length === 0 ? unknown : spans.join('，或者')
}

/** Of what is paid on behalf, nothing was ever asked of the person: no sum of theirs is zero. */
function paidOf({ source, paidFen }: Recorded): string {
  if (source === 'onBehalf') return '不用缴，全额资助'
  return paidFen === null ? unknown : `${yuan(paidFen)} 元`
}

function paidOnOf({ source, counter, paidAt }: Recorded): string {
  if (source === 'onBehalf') return '不用缴，由政府代缴'
  if (counter) return day(counter.paidOn)
  return paidAt === null ? unknown : day(civilDayOf(paidAt))
}

/** The number of somebody else's payment stays on their receipt. */
function numberOf({ source, counter, paidBy, orderNumber }: Recorded): string {
  if (orderNumber !== null) return orderNumber
  if (counter) return `没有，在柜台缴的，票据号${counter.receipt}`
  if (source === 'counter') return '没有，在柜台缴的，见票据'
  if (source === 'onBehalf') return '没有，全额资助，由政府代缴'
  if (source === 'roster') return '没有，来自名册'
  return paidBy === 'family' ? '家人代缴，单号在付款人的凭证上' : unknown
}

const day = (civilDay: CivilDay): string =>
  `${yearOf(civilDay)}年${monthOf(civilDay)}月${dayOfMonth(civilDay)}日`

const yuan = (fen: number): string => (fen / 100).toFixed(2)
