/** 资助档次: no identity stands in two tiers for the same person, and every tier can win for somebody. */
import { matchRows, type Match } from './matchRows'
import type { Fault } from '../readTable'
import type { PlainAmount, Subsidy } from '../table'
import { peopleOf } from './checkSubsidies'
import type { Examined, Rule } from './examined'
import { describe } from './exactlyOne'
import { plainValues } from './openForms'
import { daysOfYear } from './paymentDays'

export const checkTiers: Rule = (examined) => {
  const { table, vocabulary, fault } = examined
  const whens = table.subsidies.map(peopleOf)
  const days = daysOfYear(table, whens)
  const matches = matchRows(whens, { coverageYear: table.coverageYear, vocabulary, days })
  if (!matches)
    return [fault(['subsidies'], 'too-many-situations', '资助的条件太复杂，查不完；请拆成简单的条件')]
  return [...inTwoTiers(examined, matches), ...neverWinning(examined, matches)]
}

/** Someone with a single identity earns a single tier: otherwise the tiers contradict each other. */
function inTwoTiers({ fault }: Examined, matches: readonly Match[]): Fault[] {
  const seen = new Set<string>()
  return matches.flatMap(({ situation, rows }) => {
    const [held, ...others] = situation.person.identities ?? []
    const [first, second] = rows
    if (held === undefined || others.length > 0 || first === undefined || second === undefined) return []
    if (seen.has(`${first} ${second}`)) return []
    seen.add(`${first} ${second}`)
    return fault(
      ['subsidies', second, 'identities'],
      'identity-in-two-tiers',
      `${held.code} 在第${first + 1}档和第${second + 1}档都能得资助（${describe(situation)}）；请只留一处，或用 recognised、when 分开`,
    )
  })
}

function neverWinning({ table: { subsidies }, fault }: Examined, matches: readonly Match[]): Fault[] {
  const winners = new Set(
    matches.flatMap(({ rows }) =>
      rows.filter((row) => rows.every((other) => other === row || !beats(subsidies[other], subsidies[row]))),
    ),
  )
  const held = new Set(matches.flatMap(({ rows }) => rows))
  return subsidies.flatMap((_, row) => {
    if (winners.has(row)) return []
    return held.has(row)
      ? [
          fault(
            ['subsidies', row],
            'tier-never-wins',
            '凡是够这一档的人，别的档都给得更多，这一档永远轮不到；请核对金额和身份',
          ),
        ]
      : [
          fault(
            ['subsidies', row],
            'holds-for-nobody',
            '没有人够得上这一档；请核对 identities、recognised 和 when',
          ),
        ]
  })
}

/** True where one row surely gives more than the other, whatever the fee. */
function beats(one: Subsidy | undefined, other: Subsidy | undefined): boolean {
  if (!one || !other) return false
  const [mine, theirs] = [one, other].map(({ amount }) =>
    plainValues<PlainAmount>(amount).map(({ value }) => value),
  )
  if (!mine?.length || !theirs?.length) return false
  return mine.every((amount) => theirs.every((against) => isMore(amount, against)))
}

function isMore(one: PlainAmount, other: PlainAmount): boolean {
  if (other === 'full') return false
  if (one === 'full') return !(typeof other === 'object' && 'percent' in other && other.percent === 100)
  if (one === 'none') return false
  if (other === 'none') return true
  if ('yuan' in one && 'yuan' in other) return one.yuan > other.yuan
  if ('percent' in one && 'percent' in other) return one.percent > other.percent
  return 'netYuan' in one && 'netYuan' in other && one.netYuan < other.netYuan
}
