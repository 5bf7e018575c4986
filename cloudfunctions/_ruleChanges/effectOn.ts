/** Whom a change of rules concerns, and by how much: the identities people really have, each set asked of both years' tables. */
import type { PolicyTable } from '../../shared/policy/table'
import { burdenOf, shareIn, type Share } from '../../shared/rules/compareYears'
import type { IdentityCount } from './identityTally'

/** People with the same identities, and what both years say to them. */
export interface Group {
  codes: readonly string[]
  people: number
  from: Share
  to: Share
  /** What each of them bears more, in fen; undefined where a year leaves it open. */
  eachFen: number | undefined
}

export function groupsOf(from: PolicyTable, to: PolicyTable, counts: readonly IdentityCount[]): Group[] {
  const people = new Map<string, { codes: readonly string[]; people: number }>()
  for (const { codes, people: more } of counts) {
    if (codes === null) continue
    const key = codes.join(' ')
    people.set(key, { codes, people: (people.get(key)?.people ?? 0) + more })
  }
  return [...people.values()].map((one) => ({ ...one, ...bothYears(from, to, one.codes) }))
}

export function bothYears(from: PolicyTable, to: PolicyTable, codes: readonly string[]) {
  const [before, after] = [shareIn(from, codes), shareIn(to, codes)]
  const [burdenBefore, burdenAfter] = [burdenOf(before), burdenOf(after)]
  const eachFen =
    burdenBefore === undefined || burdenAfter === undefined ? undefined : burdenAfter - burdenBefore
  return { from: before, to: after, eachFen }
}

/** The identity that counts for a group: this year's, or where this year has none for them last year's; undefined for none. */
export function countingIdentity({ from, to }: Group): string | undefined {
  const named = [to, from].flatMap(({ subsidyFor }) =>
    subsidyFor.kind === 'stated' ? [subsidyFor.value] : [],
  )
  return named.find((code) => code !== 'none')
}
