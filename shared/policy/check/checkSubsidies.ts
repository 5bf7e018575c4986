/** 资助: sums that fit the fee and one another, and settlements that fit the sums. */
import { covers } from '../../rules/conditions'
import type { Fault, Path } from '../readTable'
import type { Condition, PlainAmount, Subsidy } from '../table'
import { isTextList, walk, type Examined, type Rule } from './examined'
import { examineRows } from './exactlyOne'
import { matchRows, type Match } from './matchRows'
import { plainValues, type PlainValue } from './openForms'
import { daysOfYear } from './paymentDays'

export const checkSubsidies: Rule = (examined) => [
  ...listed(examined),
  ...amounts(examined),
  ...againstFees(examined),
  ...settlements(examined),
  ...recognisedLater(examined),
  ...reimbursement(examined),
]

const amountsOf = (row: Subsidy): PlainValue<PlainAmount>[] => plainValues(row.amount)

const atAmount = (row: number, at: Path): Path => ['subsidies', row, 'amount', ...at]

/** The people a row is for, as one condition. */
export const peopleOf = ({ identities, recognised, when }: Subsidy): Condition => ({
  identities: { anyOf: identities, ...(recognised && { recognised }) },
  ...(when && { anyOf: [when] }),
})

/** A notice that says where it lists the subsidised lists at least one. */
const listed = ({ table: { subsidies, subsidyScope }, fault }: Examined): Fault[] =>
  subsidies.length === 0 && subsidyScope !== undefined
    ? [
        fault(
          ['subsidies'],
          'subsidies-lost',
          '写了 subsidyScope，subsidies 却是空的；请补上各档资助，没有资助就删掉 subsidyScope',
        ),
      ]
    : []

function amounts({ table: { subsidies }, fault }: Examined): Fault[] {
  return subsidies.flatMap((row, at) =>
    amountsOf(row).flatMap(({ value, at: place }) => {
      const isNothing =
        value === 'none' ||
        (typeof value === 'object' &&
          (('percent' in value && value.percent === 0) || ('yuan' in value && value.yuan === 0)))
      const isReading = place.includes('readings')
      return isNothing && !isReading
        ? [
            fault(
              atAmount(at, place),
              'no-subsidy',
              '资助是 0，这一档没有用；请核对，通知没写钱数就写 unstated',
            ),
          ]
        : []
    }),
  )
}

/** The subsidy in yuan, for a fee. */
function subsidyFor(amount: PlainAmount, feeYuan: number): number {
  if (amount === 'full') return feeYuan
  if (amount === 'none') return 0
  if ('yuan' in amount) return amount.yuan
  if ('percent' in amount) return Math.round(feeYuan * amount.percent) / 100
  return feeYuan - amount.netYuan
}

function againstFees(examined: Examined): Fault[] {
  const { table, vocabulary, fault } = examined
  const { subsidies, fee, coverageYear } = table
  const whens = [...subsidies.map(peopleOf), ...fee.map(({ when }) => when)]
  const days = daysOfYear(table, whens)
  const matches = matchRows(whens, { coverageYear, vocabulary, days, together: 1 }) ?? []
  const found = new Map<string, Fault>()
  for (const match of matches)
    for (const { row, feeYuan } of pairsOf(match))
      for (const { message, path, rule } of misfits(row, feeYuan)) {
        const key = `${path.join('.')} ${rule}`
        if (!found.has(key)) found.set(key, fault(path, rule, message))
      }
  return [...found.values()]

  function pairsOf({ rows }: Match): { row: number; feeYuan: number }[] {
    const fees = rows.flatMap((at) => plainValues<number>(fee[at - subsidies.length]?.yuan))
    return rows
      .filter((at) => at < subsidies.length)
      .flatMap((row) => fees.map(({ value }) => ({ row, feeYuan: value })))
  }

  function misfits(row: number, feeYuan: number): { path: Path; rule: string; message: string }[] {
    const subsidy = subsidies[row]
    if (!subsidy) return []
    const wrong = amountsOf(subsidy).flatMap(({ value, at }) => {
      const sum = subsidyFor(value, feeYuan)
      const path = atAmount(row, at)
      if (sum > feeYuan)
        return [
          {
            path,
            rule: 'subsidy-above-fee',
            message: `资助 ${sum} 元多于缴费标准 ${feeYuan} 元；请照通知核对，改小资助，或用 when 分开`,
          },
        ]
      return sum < 0
        ? [{ path, rule: 'net-above-fee', message: `个人要缴的比缴费标准 ${feeYuan} 元还多；请核对 netYuan` }]
        : []
    })
    const { printedYuan } = subsidy
    const sums = amountsOf(subsidy).map(({ value }) => subsidyFor(value, feeYuan))
    if (printedYuan !== undefined && sums.length > 0 && !sums.includes(printedYuan))
      wrong.push({
        path: ['subsidies', row, 'printedYuan'],
        rule: 'printed-sum',
        message: `通知印的是 ${printedYuan} 元，按 amount 算出来是 ${sums.join('、')} 元；请核对两处`,
      })
    return wrong
  }
}

function settlements({ table: { subsidies }, fault }: Examined): Fault[] {
  return subsidies.flatMap((row, at) => {
    const ways = plainValues<string>(row.settlement)
    const sums = amountsOf(row).map(({ value }) => value)
    const partly = sums.find(
      (sum) =>
        typeof sum === 'object' &&
        !('percent' in sum && sum.percent === 100) &&
        !('netYuan' in sum && sum.netYuan === 0),
    )
    const wholly = sums.length > 0 && partly === undefined && !sums.includes('none')
    return ways.flatMap(({ value, at: place }) => {
      const path = ['subsidies', at, 'settlement', ...place]
      if (value === 'paidOnBehalf' && partly)
        return [
          fault(
            path,
            'on-behalf-not-full',
            'paidOnBehalf（代缴）只用于全额资助；个人还要缴一部分的写 netCollection',
          ),
        ]
      return value === 'netCollection' && wholly
        ? [
            fault(
              path,
              'nothing-to-collect',
              '全额资助没有差额可收；由政府代缴写 paidOnBehalf，先缴后补写 reimbursement',
            ),
          ]
        : []
    })
  })
}

function recognisedLater(examined: Examined): Fault[] {
  const { table, vocabulary, fault } = examined
  const { recognisedLater: rows = [], subsidies, coverageYear } = table
  const whens = rows.map(({ when }) => when)
  const subsidised = subsidies.flatMap(({ identities }) => identities)
  const faults: Fault[] = []
  rows.forEach(({ when }, at) =>
    walk(when, (value, path) => {
      if (!path.includes('identities') || path.includes('noneOf') || !isTextList(value)) return
      value.forEach((code, index) => {
        if (subsidised.some((listed) => covers(listed, code) || covers(code, listed))) return
        const place = ['recognisedLater', at, 'when', ...path, index]
        faults.push(fault(place, 'not-subsidised', `${code} 没有任何一档资助；请核对，或在 subsidies 里补上`))
      })
    }),
  )
  if (rows.length > 0 && subsidies.length === 0)
    faults.push(
      fault(['recognisedLater'], 'not-subsidised', '没有资助，就没有事后补发；请补 subsidies 或删掉'),
    )
  const setting = { coverageYear, vocabulary, days: daysOfYear(table, whens) }
  const demand = { path: ['recognisedLater'], row: '事后认定', overlap: 'recognised-later-overlap' }
  return [...faults, ...examineRows(examined, rows, setting, demand)]
}

/** Money that comes back has an account; an account has money that comes back. */
function reimbursement({
  table: { subsidies, recognisedLater: later = [], reimbursement: account },
  fault,
}: Examined): Fault[] {
  const back = subsidies.findIndex(({ settlement }) =>
    plainValues<string>(settlement).some(({ value }) => value === 'reimbursement'),
  )
  if (!account && (back >= 0 || later.length > 0))
    return [
      fault(
        back >= 0 ? ['subsidies', back, 'settlement'] : ['recognisedLater'],
        'reimbursement-missing',
        '有先缴后补的钱，却没有 reimbursement 一节说打到哪里；请补上，通知没写就写“通知未载明”',
      ),
    ]
  const nothingBack =
    subsidies.every(({ settlement }) => plainValues(settlement).length > 0) && back < 0 && later.length === 0
  return account && nothingBack
    ? [
        fault(
          ['reimbursement'],
          'reimbursement-unused',
          '没有一档是先缴后补，用不到 reimbursement；请核对 settlement 或删掉',
        ),
      ]
    : []
}
