/** 随答随算: what the answers so far come to, computed on this device from the table. */
import type { PolicyTable } from '../../../../shared/policy/table'
import { assess } from '../../../../shared/rules/assess'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact, Person } from '../../../../shared/rules/person'
import type { Checked } from '../../components/CheckCards'
import { safest } from '../../texts/answers'
import { range, yuan } from '../../texts/figures'
import type { IdentityChoice } from './identityChoices'

/** Whom most people ask for; said on the page. */
const assumed: Person = { residence: 'hukou', otherCover: 'none' }

export interface Answers {
  identities: Checked<string>
  /** What each answered question made known; a fact that is not known stands here as `unsure`. */
  facts: Partial<Record<Fact, Partial<Person> | 'unsure'>>
}

export interface Reckoned {
  assessment: Assessment
  /** What is paid, as a figure or a range; undefined where the notice is silent. */
  yuan: string | undefined
  settled: boolean
  /** The facts that could still change the sum and have not been asked. */
  toAsk: readonly Fact[]
}

export function reckon(
  table: PolicyTable,
  today: CivilDay,
  choices: readonly IdentityChoice[],
  answers: Answers,
): Reckoned {
  const assessment = assess(table, personOf(choices, answers), today)
  const { due, dueBetween } = assessment
  const open = due.kind === 'open' ? (due.facts as readonly Fact[]) : []
  return {
    assessment,
    yuan: figure(assessment),
    settled: due.kind !== 'open' || (dueBetween !== null && dueBetween.fromFen === dueBetween.toFen),
    toAsk: open.filter((fact) => fact !== 'identities' && !(fact in answers.facts)),
  }
}

function personOf(choices: readonly IdentityChoice[], { identities, facts }: Answers): Person {
  const known = Object.values(facts).filter((fact) => fact !== 'unsure')
  const person = known.reduce<Person>((so, fact) => ({ ...so, ...fact }), assumed)
  if (identities === 'none') return { ...person, identities: [] }
  if (identities === undefined || identities === 'unsure') return person
  const held = choices.filter(({ value }) => identities.includes(value))
  return { ...person, identities: held.map(({ identity }) => ({ code: identity })) }
}

function figure({ due, dueBetween }: Assessment): string | undefined {
  const sure = safest(due)
  if (sure !== undefined) return yuan(sure)
  return due.kind === 'open' && dueBetween ? range(dueBetween.fromFen, dueBetween.toFen) : undefined
}
