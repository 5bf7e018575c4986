import type { FactShown } from '../../components/SummaryList'
import { coverOf } from '../result/factsOf'
import { check as words } from '../../texts/check'
import type { Paying } from './sortOut'

/** 享受待遇: once where it is the same for everybody, else under each one's name. */
export function coverOfAll(paying: readonly Paying[]): FactShown[] {
  const all = paying.map(({ residentId, owed }) => ({
    residentId,
    name: owed.person.name,
    facts: coverOf(owed.assessment),
  }))
  const [first] = all
  const alike = all.every(({ facts }) => JSON.stringify(facts) === JSON.stringify(first?.facts))
  if (first && alike) return first.facts
  return all.flatMap(({ residentId, name, facts }) =>
    facts.map((fact) => ({
      ...fact,
      key: `${residentId}-${fact.key}`,
      label: words.factOf(name, fact.label),
    })),
  )
}
