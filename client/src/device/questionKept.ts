import type { Fact } from '../../../shared/rules/person'
import type { Checked } from '../components/CheckCards'
import { dropDraft, keepDraft, keptDraft } from './draft'

/** 算一算, how far it was answered: codes of a table's choices. */
export interface QuestionKept {
  identities: Checked<string>
  /** The choice for each fact. */
  chosen: Partial<Record<Fact, string>>
  asking: Fact
  done: boolean
}

const key = (region: string, year: number) => `question:${region}:${year}`

export const keepQuestion = (region: string, year: number, answers: QuestionKept): void =>
  keepDraft(key(region, year), answers)

/** JSON has no `undefined`: an identity question that was not answered is left out. */
export function keptQuestion(region: string, year: number): QuestionKept | undefined {
  const draft = keptDraft(key(region, year)) as Partial<QuestionKept> | undefined
  if (!draft?.chosen || !draft.asking) return undefined
  const { identities, chosen, asking, done = false } = draft
  return { identities, chosen, asking, done }
}

export const dropQuestion = (region: string, year: number): void => dropDraft(key(region, year))
