import type { CivilDay } from '../../rules/civilDay'
import { addDays } from '../../rules/civilDay'
import type { HeldIdentity } from '../../rules/person'
import type { Vocabulary } from '../vocabulary'
import type { CriticalValues } from './criticalValues'

/** Which identities one person may hold: none, each one alone, each set that counts together, and any two. */
export function identityCandidates(
  { identities, identitySets }: CriticalValues,
  vocabulary: Vocabulary,
  together: 1 | 2,
): HeldIdentity[][] {
  const held = [...identities].flatMap(([code, days]) =>
    gradesOf(code, vocabulary).flatMap((grade) => formsOf(grade, days)),
  )
  const distinct = held.filter((one, at) => held.findIndex((other) => isSame(one, other)) === at)
  const sets = identitySets.map((set) => set.map((code) => ({ code: gradesOf(code, vocabulary)[0] ?? code })))
  return [[], ...distinct.map((one) => [one]), ...sets, ...(together === 2 ? pairsOf(distinct) : [])]
}

const gradesOf = (code: string, { identities }: Vocabulary): string[] => {
  const grades = code.includes('/') ? [] : Object.keys(identities[code]?.grades ?? {})
  return grades.length === 0 ? [code] : grades.map((grade) => `${code}/${grade}`)
}

const formsOf = (code: string, days: ReadonlySet<CivilDay>): HeldIdentity[] => [
  { code },
  ...[...days].flatMap((day) => [-1, 0, 1].map((step) => ({ code, since: addDays(day, step) }))),
]

const pairsOf = (held: readonly HeldIdentity[]): HeldIdentity[][] =>
  held.flatMap((one, at) =>
    held
      .slice(at + 1)
      .filter(({ code }) => code !== one.code)
      .map((other) => [one, other]),
  )

const isSame = (one: HeldIdentity, other: HeldIdentity): boolean =>
  one.code === other.code && one.since === other.since
