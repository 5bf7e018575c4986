/**
 * Everyone a list of rows tells apart: one stand-in for each group of people and payment day, and the rows that hold
 * for it. The conditions themselves say which fact they need next, so only facts that matter are tried.
 */
import { addDays, addMonths, type CivilDay } from '../../rules/civilDay'
import { compileWhen, lastDayOf, type Test } from '../../rules/conditions'
import { Domains } from '../../rules/domains'
import type { Fact, Person } from '../../rules/person'
import { Situation, withConsequences } from '../../rules/situation'
import type { Condition, Span } from '../table'
import type { Vocabulary } from '../vocabulary'
import { criticalValuesOf, type CriticalValues } from './criticalValues'
import { identityCandidates } from './identityCandidates'

export interface Match {
  situation: Situation
  /** Which of the rows hold, by their place in the list. */
  rows: readonly number[]
}

export interface Setting {
  coverageYear: number
  vocabulary: Vocabulary
  /** The payment days to try. */
  days: readonly CivilDay[]
  /** Only these people are asked about. */
  among?: Condition
  /** How many identities one person may hold at a time. */
  together?: 1 | 2
  /** What is known of everyone beforehand. */
  known?: Partial<Person>
}

/** More situations than this are too many to try while someone waits. */
const mostSituations = 60_000

interface Enumeration {
  tests: readonly Test[]
  isAsked: Test
  candidates(fact: Fact, situation: Situation): Partial<Person>[]
  left: number
}

/** All stand-ins, or `undefined` where the conditions tell too many people apart to try them all. */
export function matchRows(whens: readonly (Condition | undefined)[], setting: Setting): Match[] | undefined {
  const { coverageYear, vocabulary, among, together = 2 } = setting
  const domains = new Domains()
  const critical = criticalValuesOf([...whens, among])
  const identities = identityCandidates(critical, vocabulary, together)
  const enumeration: Enumeration = {
    tests: whens.map((when) => compileWhen(when, domains)),
    isAsked: compileWhen(among, domains),
    candidates: (fact, situation) => {
      if (fact === 'identities') return identities.map((held) => ({ identities: held }))
      if (fact === 'residence') return Object.keys(vocabulary.residence).map((residence) => ({ residence }))
      if (fact === 'student') return Object.keys(vocabulary.student).map((student) => ({ student }))
      const usual = domains.candidates(fact, situation)
      return fact === 'employeeCoverEnded' ? [...usual, ...coverEnds(critical.spans, situation.on)] : usual
    },
    left: mostSituations,
  }
  const found: Match[] = []
  for (const on of setting.days)
    for (const person of startingPeople(critical, setting.known ?? {})) {
      const start = new Situation(withConsequences(person, coverageYear), on, coverageYear)
      if (!explore(start, enumeration, found))
        return together === 2 ? matchRows(whens, { ...setting, together: 1 }) : undefined
    }
  return found
}

/** Facts that count as "none so far" while they are not known, so that no condition asks for them. */
function startingPeople({ documents, repairedYears }: CriticalValues, known: Partial<Person>): Person[] {
  const years = [...new Set([0, ...[...repairedYears].flatMap((n) => [n, n + 1])])]
  return subsetsOf([...documents]).flatMap((held) =>
    years.map((repaired) => ({ ...known, documents: held, repairedYears: repaired })),
  )
}

const subsetsOf = (codes: readonly string[]): string[][] =>
  codes.length > 4
    ? [[], ...codes.map((code) => [code]), [...codes]]
    : codes.reduce<string[][]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]])

function explore(situation: Situation, enumeration: Enumeration, found: Match[]): boolean {
  if (enumeration.left <= 0) return false
  enumeration.left -= 1
  const isAsked = enumeration.isAsked(situation)
  if (situation.need === undefined && !isAsked) return true
  const rows =
    situation.need === undefined
      ? enumeration.tests.flatMap((test, row) => (test(situation) ? [row] : []))
      : []
  if (situation.need === undefined) {
    found.push({ situation, rows })
    return true
  }
  return branchesOf(situation, enumeration).every((branch) => explore(branch, enumeration, found))
}

function branchesOf(situation: Situation, { candidates }: Enumeration): Situation[] {
  const { need } = situation
  if (need === undefined) return []
  if (need.kind === 'choice')
    return Array.from({ length: need.count }, (_, index) => situation.withChoice(need.of, index))
  return candidates(need.fact, situation).map((changed) => situation.withPerson(changed))
}

/** The days on which employee cover must have ended for a span to end today, and their neighbours. */
const coverEnds = (spans: readonly Span[], on: CivilDay): Partial<Person>[] =>
  spans.flatMap((span) => {
    const back = addDays(addMonths(on, -(span.months ?? 0)), -(span.days ?? 0))
    return [-2, -1, 0, 1, 2]
      .map((step) => addDays(back, step))
      .filter((ended) => ended <= on && lastDayOf(span, ended) >= addDays(on, -2))
      .map((ended) => ({ employeeCoverEnded: ended }))
  })
