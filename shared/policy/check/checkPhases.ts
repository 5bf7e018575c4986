/** 缴费期: in order, without overlaps for the same people, and without a gap that nobody meant. */
import { addDays } from '../../rules/civilDay'
import type { Fault } from '../readTable'
import type { Condition, PhaseRow } from '../table'
import type { Examined, Rule } from './examined'
import { describe } from './exactlyOne'
import { matchRows } from './matchRows'
import { boundsOfPhase } from './paymentDays'

export const checkPhases: Rule = (examined) => [
  ...collecting(examined),
  ...ordered(examined),
  ...overlaps(examined),
  ...gaps(examined),
  ...reachable(examined),
]

/** Every notice collects: a table without a collection period has lost it. */
const collecting = ({ table: { phases }, fault }: Examined): Fault[] =>
  phases.some(({ phase }) => phase === 'collecting')
    ? []
    : [fault(['phases'], 'no-collecting-phase', '没有集中缴费期（collecting）；请补上')]

function ordered({ table: { phases, coverageYear }, fault }: Examined): Fault[] {
  return phases.flatMap((row, at) => {
    const before = phases[at - 1]
    if (!before || boundsOfPhase(before, coverageYear)[0] <= boundsOfPhase(row, coverageYear)[0]) return []
    return fault(
      ['phases', at, 'from'],
      'phases-in-order',
      `这个缴费期（${row.from}）比上一个（${before.from}）开始得早；请按开始日期排，并核对日期`,
    )
  })
}

function overlaps(examined: Examined): Fault[] {
  const { phases } = examined.table
  return phases.flatMap((one, at) =>
    phases.slice(at + 1).flatMap((other, step) => overlapOf(examined, one, other, at + 1 + step)),
  )
}

function overlapOf(
  { table: { coverageYear }, vocabulary, fault }: Examined,
  one: PhaseRow,
  other: PhaseRow,
  at: number,
): Fault[] {
  const [first, second] = [boundsOfPhase(one, coverageYear), boundsOfPhase(other, coverageYear)]
  const from = first[0] > second[0] ? first[0] : second[0]
  const to = first[1] < second[1] ? first[1] : second[1]
  if (from > to) return []
  const both = matchRows([one.when, other.when], { coverageYear, vocabulary, days: [from, to] })
  const shared = both?.find(({ rows }) => rows.length === 2)
  return shared
    ? [
        fault(
          ['phases', at],
          'phase-overlap',
          `两个缴费期在 ${from} 到 ${to} 同时开着，同一个人都能用（${describe(shared.situation)}）；请错开日期，或用 when 分开`,
        ),
      ]
    : []
}

const isForAll = ({ when }: PhaseRow): boolean => when === undefined

/** Days between two phases for everyone are a gap; one that the notice means is marked with its clause. */
function gaps({ table: { phases }, fault }: Examined): Fault[] {
  return phases.flatMap((row, at) => {
    const before = phases.slice(0, at).filter(isForAll).at(-1)
    const { from } = row
    const hasGap =
      isForAll(row) &&
      before !== undefined &&
      before.to !== 'open' &&
      from !== 'unstated' &&
      addDays(before.to, 1) < from
    const isMarked = row.closedBefore !== undefined
    if (hasGap === isMarked) return []
    return hasGap
      ? fault(
          ['phases', at, 'from'],
          'phase-gap',
          `上一个缴费期到 ${before.to}，这一个从 ${from} 起，中间有几天缴不了；请核对日期，通知确实这样写就加 closedBefore: 条款`,
        )
      : fault(
          ['phases', at, 'closedBefore'],
          'gap-mark',
          '与上一个缴费期之间没有空档，不用写 closedBefore；请核对日期或删掉',
        )
  })
}

/** A phase whose people do not exist, or that takes payment on no day it is open. */
function reachable({ table: { phases, coverageYear }, vocabulary, fault }: Examined): Fault[] {
  return phases.flatMap((row, at) => {
    const faults: Fault[] = []
    if (row.when && isForNobody(row.when, boundsOfPhase(row, coverageYear)))
      faults.push(
        fault(
          ['phases', at, 'when'],
          'holds-for-nobody',
          '这个缴费期的 when 没有人能满足；请改条件，或删掉它',
        ),
      )
    return faults
  })

  function isForNobody(when: Condition, days: readonly string[]): boolean {
    const matches = matchRows([when], { coverageYear, vocabulary, days })
    return matches !== undefined && matches.every(({ rows }) => rows.length === 0)
  }
}
