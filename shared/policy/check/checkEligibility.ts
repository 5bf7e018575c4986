/** 参保对象和缴费渠道: one eligibility row for everyone, and at least one way to pay for everyone. */
import { papersOf } from '../../rules/eligibility'
import type { Fault } from '../readTable'
import type { Condition } from '../table'
import type { Examined, Rule, RowFor } from './examined'
import { examineRows, type Demand } from './exactlyOne'
import type { Setting } from './matchRows'
import { daysOfYear } from './paymentDays'

export const checkEligibility: Rule = (examined) => [
  ...admission(examined),
  ...channels(examined),
  ...papers(examined),
]

function settingOf({ table, vocabulary }: Examined, rows: readonly RowFor[], among?: Condition): Setting {
  const whens = rows.map(({ when }) => when)
  return { coverageYear: table.coverageYear, vocabulary, days: daysOfYear(table, whens), among }
}

function admission(examined: Examined): Fault[] {
  const rows = examined.table.eligibility
  const demand: Demand = {
    path: ['eligibility'],
    row: '参保对象',
    overlap: 'eligibility-overlap',
    hole: 'eligibility-hole',
  }
  const nobody = rows.every(({ enroll }) => enroll !== 'may')
    ? [
        examined.fault(
          ['eligibility'],
          'nobody-may-enroll',
          '没有一条写 enroll: may，等于谁都不能参保；请补上',
        ),
      ]
    : []
  return [...examineRows(examined, rows, settingOf(examined, rows), demand), ...nobody]
}

/** Those who certainly may not enroll need no way to pay. */
function channels(examined: Examined): Fault[] {
  const { channels: rows, eligibility } = examined.table
  if (!Array.isArray(rows)) return []
  const kept = eligibility.filter(({ enroll }) => enroll === 'mayNot').map(({ when }) => when)
  const among: Condition | undefined = kept.length > 0 ? { noneOf: kept } : undefined
  const all = examineRows(examined, rows, settingOf(examined, rows, among), {
    path: ['channels'],
    row: '缴费渠道',
    hole: 'channel-hole',
  })
  return [...all, ...twice(examined)]
}

/** One channel in two rows for the same person would be listed twice. */
function twice(examined: Examined): Fault[] {
  const rows = examined.table.channels
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row, at) => {
    const before = rows.findIndex(({ channel }) => channel === row.channel)
    const first = rows[before]
    if (before === at || first === undefined) return []
    return examineRows(examined, [first, row], settingOf(examined, [first, row]), {
      path: ['channels', at - 1],
      row: '缴费渠道',
      overlap: 'channel-twice',
    })
      .filter(({ rule }) => rule === 'channel-twice')
      .map(() =>
        examined.fault(['channels', at], 'channel-twice', `${row.channel} 对同一个人写了两条；请合并`),
      )
  })
}

/** Rows of papers may add up; none is for nobody, none is empty. */
function papers(examined: Examined): Fault[] {
  const { documents = [], eligibility, exclusions, newborn } = examined.table
  const rows = examineRows(examined, documents, settingOf(examined, documents), {
    path: ['documents'],
    row: '材料',
  })
  const lists = [
    ...documents.map((list, at) => ({ list, path: ['documents', at] })),
    ...eligibility.map(({ documents: list }, at) => ({ list, path: ['eligibility', at, 'documents'] })),
    ...Object.entries(exclusions).map(([key, { documents: list }]) => ({
      list,
      path: ['exclusions', key, 'documents'],
    })),
    ...('stages' in newborn ? newborn.stages : []).map(({ documents: list }, at) => ({
      list,
      path: ['newborn', 'stages', at, 'documents'],
    })),
  ]
  const empty = lists.flatMap(({ list, path }) =>
    list && list !== 'unstated' && !list.allOf?.length && !list.oneOf?.length
      ? [examined.fault(path, 'no-documents', '写了材料却没有列出；请补上 allOf 或 oneOf，或删掉')]
      : [],
  )
  const single = lists.flatMap(({ list, path }) =>
    list && list !== 'unstated' && list.oneOf && papersOf(list).oneOf.some((group) => group.length === 1)
      ? [
          examined.fault(
            [...path, 'oneOf'],
            'one-of-one',
            '任选一样的材料只列了一样；请补全，只有一样就写 allOf',
          ),
        ]
      : [],
  )
  return [...rows, ...empty, ...single]
}
