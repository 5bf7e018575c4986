/** The rows of a comparison: fee, identities, how subsidies come, window, newborns, a duplicate's refund. */
import type { RuleRow, RuleSide } from '../../shared/contracts/ruleChanges'
import type { PolicyTable } from '../../shared/policy/table'
import { identitiesOf, tableAtEnd } from '../../shared/rules/compareYears'
import { bothYears, countingIdentity, groupsOf, type Group } from './effectOn'
import type { IdentityCount } from './identityTally'
import { duplicateSide, feeSide, newbornSide, settlementSide, subsidySide, windowSide } from './ruleSides'

/** Compares two tables as their last day of collection finds them, on people counted by identities. */
export function changedRows(
  earlier: PolicyTable,
  later: PolicyTable,
  counts: readonly IdentityCount[],
): RuleRow[] {
  const [from, to] = [tableAtEnd(earlier), tableAtEnd(later)]
  const groups = groupsOf(from, to, counts)
  const codes = identitiesOf(
    [to, from],
    groups.flatMap((group) => [...group.codes]),
  )
  const alone = new Map(codes.map((code) => [code, bothYears(from, to, [code])]))
  const plain = bothYears(from, to, [])
  const placeOf = (group: Group): string => {
    const code = countingIdentity(group) ?? (group.codes.length === 1 ? group.codes[0] : undefined)
    const single = code === undefined ? plain : (alone.get(code) ?? plain)
    if (single.eachFen !== group.eachFen) return several
    return single === plain ? nothing : (code ?? nothing)
  }
  const people = (place: string): number => sum(groups.filter((group) => placeOf(group) === place))
  return [
    peopleRow('fee', feeSide(plain.from), feeSide(plain.to), plain.eachFen, people(nothing)),
    ...identityRows(alone, people),
    ...severalRow(groups.filter((group) => placeOf(group) === several)),
    settlementRow([...alone.values()], groups),
    plainRow('window', windowSide(from), windowSide(to)),
    plainRow('newborn', newbornSide(from), newbornSide(to)),
    plainRow('duplicate', duplicateSide(from), duplicateSide(to)),
  ]
}

/** Where somebody is counted who has no identity that earns anything, and who has several that come to something else. */
const nothing = ''
const several = '+'

const sum = (groups: readonly Group[]): number => groups.reduce((total, { people }) => total + people, 0)

const isOpen = ({ lines }: RuleSide): boolean => lines.length !== 1
const nobodys = { identities: [], eachFen: null, people: null, fen: null }

const plainRow = (item: RuleRow['item'], from: RuleSide, to: RuleSide): RuleRow => ({
  ...nobodys,
  item,
  from,
  to,
  isChanged: !sameLines(from, to),
  isOpen: isOpen(from) || isOpen(to),
})

/** A row of people: those who bear a sum more or less each. */
function peopleRow(
  item: RuleRow['item'],
  from: RuleSide,
  to: RuleSide,
  eachFen: number | undefined,
  people: number,
): RuleRow {
  const each = eachFen ?? null
  return { ...plainRow(item, from, to), eachFen: each, people, fen: each === null ? null : each * people }
}

/** Identities to which both years say the same, under the same clauses, share a row. */
function identityRows(
  alone: ReadonlyMap<string, ReturnType<typeof bothYears>>,
  people: (code: string) => number,
): RuleRow[] {
  const rows = new Map<string, RuleRow>()
  for (const [code, { from, to, eachFen }] of alone) {
    const sides = [subsidySide(from), subsidySide(to)] as const
    const key = JSON.stringify([sides, from.settlement, to.settlement])
    const row = rows.get(key)
    const all = peopleRow('identity', ...sides, eachFen, (row?.people ?? 0) + people(code))
    rows.set(key, { ...all, identities: [...(row?.identities ?? []), code] })
  }
  return [...rows.values()]
}

/** People with several identities for whom it comes to something else than for the counting one alone. */
function severalRow(groups: readonly Group[]): RuleRow[] {
  if (groups.length === 0) return []
  const open = groups.some(({ eachFen }) => eachFen === undefined)
  const fen = groups.reduce((total, { eachFen = 0, people }) => total + eachFen * people, 0)
  const row = { ...nobodys, item: 'several' as const, from: null, to: null, isChanged: true, isOpen: open }
  return [{ ...row, people: sum(groups), fen: open ? null : fen }]
}

/** How a part of the fee reaches people, and how many have a part in both years and get it another way. */
function settlementRow(alone: readonly Pick<Group, 'from' | 'to'>[], groups: readonly Group[]): RuleRow {
  const [from, to] = [alone.map((one) => one.from), alone.map((one) => one.to)]
  const [before, after] = [settlementSide(from), settlementSide(to)]
  const moved = groups.filter((group) => {
    const [one, other] = [settlementSide([group.from]), settlementSide([group.to])]
    return one.lines.length === 1 && other.lines.length === 1 && !sameLines(one, other)
  })
  return { ...plainRow('settlement', before, after), isOpen: false, people: sum(moved) }
}

const sameLines = (one: RuleSide, other: RuleSide): boolean =>
  JSON.stringify(one.lines) === JSON.stringify(other.lines)
