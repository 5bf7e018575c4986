/** Proves that rows exclude each other and leave nobody out, whatever their order. */
import type { Fault, Path } from '../readTable'
import type { Person } from '../../rules/person'
import type { Situation } from '../../rules/situation'
import type { Examined, RowFor } from './examined'
import { matchRows, type Match, type Setting } from './matchRows'

export interface Demand {
  /** Where the list stands. */
  path: Path
  /** What a row is called in a message. */
  row: string
  /** The rule that two rows for one person break; left out where several rows may hold. */
  overlap?: string
  /** The rule that a person without a row breaks; left out where nobody needs one. */
  hole?: string
}

/** Overlaps, holes, and rows that hold for nobody. */
export function examineRows(
  examined: Examined,
  rows: readonly RowFor[],
  setting: Setting,
  demand: Demand,
): Fault[] {
  const matches = matchRows(
    rows.map(({ when }) => when),
    setting,
  )
  if (!matches)
    return [
      examined.fault(
        demand.path,
        'too-many-situations',
        `${demand.row}的条件太复杂，查不完；请拆成简单的条件`,
      ),
    ]
  return [
    ...overlaps(examined, matches, demand),
    ...holes(examined, matches, demand),
    ...idleRows(examined, rows, matches, demand),
  ]
}

function overlaps(examined: Examined, matches: readonly Match[], { path, row, overlap }: Demand): Fault[] {
  if (overlap === undefined) return []
  const seen = new Set<string>()
  return matches.flatMap(({ situation, rows: [one, other] }) => {
    if (one === undefined || other === undefined || seen.has(`${one} ${other}`)) return []
    seen.add(`${one} ${other}`)
    const message = `第${one + 1}、第${other + 1}条${row}对同一个人都成立（${describe(situation)}）；请用 when 分开，结果不能靠先后次序`
    return [examined.fault([...path, other], overlap, message)]
  })
}

function holes(examined: Examined, matches: readonly Match[], { path, row, hole }: Demand): Fault[] {
  const left = hole === undefined ? undefined : matches.find(({ rows }) => rows.length === 0)
  if (hole === undefined || left === undefined) return []
  const message = `有人没有对应的${row}（${describe(left.situation)}）；请补一条，或放宽 when`
  return [examined.fault(path, hole, message)]
}

function idleRows(
  examined: Examined,
  rows: readonly RowFor[],
  matches: readonly Match[],
  { path, row }: Demand,
): Fault[] {
  const used = new Set(matches.flatMap((match) => match.rows))
  return rows.flatMap(({ when }, at) =>
    used.has(at) || when === undefined
      ? []
      : [
          examined.fault(
            [...path, at, 'when'],
            'holds-for-nobody',
            `这条${row}的 when 没有人能满足；请改条件，或删掉这条`,
          ),
        ],
  )
}

/** The facts of a stand-in that were needed, as a table would write them. */
export function describe({ person, on }: Situation): string {
  const facts = (Object.keys(person) as (keyof Person)[]).flatMap((key) => {
    const value = person[key]
    if (value === undefined || (Array.isArray(value) && value.length === 0 && key === 'documents')) return []
    return key === 'repairedYears' && value === 0 ? [] : [`${key}: ${shown(value)}`]
  })
  return [...facts, `缴费日 ${on}`].join('，')
}

function shown(value: NonNullable<Person[keyof Person]>): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  const items: readonly (string | { code: string; since?: string })[] = value
  const texts = items.map((item) =>
    typeof item === 'string'
      ? item
      : item.since === undefined
        ? item.code
        : `${item.code} ${item.since} 认定`,
  )
  return `[${texts.join(', ')}]`
}
