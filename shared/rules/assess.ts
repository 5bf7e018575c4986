/**
 * The rule module's one question: what does this county-year's notice say to this person on this day?
 * Pure and synchronous; the same code answers on the phone, in the cloud function and in the monthly match.
 */
import type { PolicyTable } from '../policy/table'
import type { Assessment } from './assessment'
import type { CivilDay } from './civilDay'
import { evaluate } from './evaluate'
import { mergeFacts, mergeReadings } from './merge'
import type { Person } from './person'
import { rulesOf, type Rules } from './prepare'
import { Situation, withConsequences } from './situation'

/**
 * @param table a checked policy table
 * @param person what is known; a fact that is left out is not known
 * @param on the day the question is asked or the fee is paid (Asia/Shanghai)
 */
export function assess(table: PolicyTable, person: Person, on: CivilDay): Assessment {
  const rules = rulesOf(table, on)
  return explore(rules, new Situation(withConsequences(person, rules.coverageYear), on, rules.coverageYear))
}

/** Answers at once for someone fully known; tries every reading and every possible person otherwise. */
function explore(rules: Rules, situation: Situation): Assessment {
  const answered = evaluate(rules, situation)
  const { need } = situation
  if (need === undefined) return answered
  if (need.kind === 'choice') {
    const reading = (index: number): Assessment => explore(rules, situation.withChoice(need.of, index))
    const others = Array.from({ length: need.count - 1 }, (_, index) => reading(index + 1))
    return mergeReadings([situation.needsMore ? reading(0) : answered, ...others])
  }
  const candidates = rules.domains.distinct(need.fact, situation)
  return mergeFacts(
    need.fact,
    candidates.map((changed) => explore(rules, situation.withPerson(changed))),
  )
}
