/** An unknown fact is tried with one of the people no row tells apart: the answer is that of trying everybody. */
import fc from 'fast-check'
import type { Assessment } from '../../shared/rules/assessment'
import { assess } from '../../shared/rules/assess'
import { evaluate } from '../../shared/rules/evaluate'
import { mergeFacts, mergeReadings } from '../../shared/rules/merge'
import { rulesOf, type Rules } from '../../shared/rules/prepare'
import { Situation, withConsequences } from '../../shared/rules/situation'
import { allTables, tableName } from './allTables'
import { anyDayFor, knownPersonFor, without } from './anyPerson'

/** As `assess` does, with nobody left out. */
function tryEverybody(rules: Rules, s: Situation): Assessment {
  const answered = evaluate(rules, s)
  const { need } = s
  if (need === undefined) return answered
  if (need.kind === 'choice')
    return mergeReadings(
      Array.from({ length: need.count }, (_, index) => tryEverybody(rules, s.withChoice(need.of, index))),
    )
  const everybody = rules.domains.candidates(need.fact, s)
  return mergeFacts(
    need.fact,
    everybody.map((changed) => tryEverybody(rules, s.withPerson(changed))),
  )
}

const unknowns = [
  ['identities'],
  ['student'],
  ['identities', 'student'],
  ['identities', 'otherCover'],
] as const

describe.each(allTables.map((table) => ({ name: tableName(table), table })))('$name', ({ table }) => {
  it('answers as if everybody had been tried, word for word', () => {
    fc.assert(
      fc.property(
        knownPersonFor(table),
        fc.constantFrom(...unknowns),
        fc.option(fc.record({ on: anyDayFor(table), fen: fc.integer({ min: 0, max: 120_000 }) })),
        anyDayFor(table),
        (known, unknown, paid, on) => {
          const person = { ...without(known, unknown), paid: paid ?? undefined }
          const rules = rulesOf(table, on)
          const start = new Situation(withConsequences(person, rules.coverageYear), on, rules.coverageYear)
          expect(assess(table, person, on)).toEqual(tryEverybody(rules, start))
        },
      ),
      { numRuns: 12 },
    )
  })

  it('tells people apart by a kind whose grade is not known', () => {
    const kinds = [
      ...new Set(
        table.subsidies.flatMap(({ identities }) => identities.map((code) => code.split('/')[0] ?? '')),
      ),
    ]
    fc.assert(
      fc.property(
        knownPersonFor(table),
        fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 }),
        anyDayFor(table),
        (known, held, on) => {
          const person = { ...known, identities: held.map((code) => ({ code })) }
          const rules = rulesOf(table, on)
          const start = new Situation(withConsequences(person, rules.coverageYear), on, rules.coverageYear)
          expect(assess(table, person, on)).toEqual(tryEverybody(rules, start))
        },
      ),
      { numRuns: 12 },
    )
  })
})
