import type { PolicyTable } from '../../../../shared/policy/table'
import type { Choice } from '../../components/Pick'
import { vocabulary } from '../../texts/vocabulary'
import { result } from '../../texts/result'

/** A card of the identity question, and the identity that stands for all on it: they earn the same. */
export interface IdentityChoice extends Choice {
  identity: string
}

/** What the table gives a subsidy for, in its order; grades of one kind with one amount share a card. */
export function identityChoices(table: PolicyTable): IdentityChoice[] {
  const choices = table.subsidies.flatMap(({ identities }) => byKind(identities).map(choiceOf))
  return choices.filter((choice, index) => choices.findIndex(({ value }) => value === choice.value) === index)
}

function byKind(identities: readonly string[]): string[][] {
  const kinds = new Map<string, string[]>()
  for (const code of identities) {
    const kind = code.split('/')[0] ?? code
    kinds.set(kind, [...(kinds.get(kind) ?? []), code])
  }
  return [...kinds.values()]
}

function choiceOf(codes: readonly string[]): IdentityChoice {
  const [first = ''] = codes
  const [kind = ''] = first.split('/')
  const word = vocabulary.identities[kind]
  const all = word?.grades ?? {}
  const grades = codes.flatMap((code) => all[code.split('/')[1] ?? ''] ?? [])
  const [anyGrade] = Object.keys(all)
  return {
    value: codes.join(' '),
    text: `${word?.name ?? kind}${grades.length > 0 ? `，${grades.join(result.and)}` : ''}`,
    hint: grades.length > 0 ? undefined : word?.gloss,
    identity: first.includes('/') || anyGrade === undefined ? first : `${kind}/${anyGrade}`,
  }
}
