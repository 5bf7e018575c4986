import type { FactShown } from '../../components/SummaryList'
import { coverOf, coverWithoutWhy } from '../result/factsOf'
import { check as words } from '../../texts/check'
import type { Paying } from './sortOut'

/** 享受待遇: once where it is the same for everybody, else under each one's name. */
export function coverOfAll(paying: readonly Paying[]): FactShown[] {
  const all = paying.map(({ residentId, owed }) => ({
    residentId,
    name: owed.person.name,
    cited: owed.assessment !== null,
    facts: owed.assessment ? coverOf(owed.assessment) : coverWithoutWhy(owed.owing),
  }))
  // A clause that may be cited for one of them holds for what is the same for all.
  const first = all.find(({ cited }) => cited) ?? all[0]
  if (first && all.every(({ facts }) => saidIn(facts) === saidIn(first.facts))) return first.facts
  return all.flatMap(({ residentId, name, facts }) =>
    facts.map((fact) => ({
      ...fact,
      key: `${residentId}-${fact.key}`,
      label: words.factOf(name, fact.label),
    })),
  )
}

const saidIn = (facts: readonly FactShown[]): string =>
  JSON.stringify(facts.map(({ label, lines }) => [label, lines]))
