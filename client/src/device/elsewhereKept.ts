import { dropDraft, keepDraft, keptDraft } from './draft'

/** What was answered so far about where somebody is registered and insured: codes, or `unsure`. */
export interface ElsewhereKept {
  residence?: string
  cover?: string
}

const key = 'elsewhere'

export const keepElsewhere = (answers: ElsewhereKept): void => keepDraft(key, answers)

export const keptElsewhere = (): ElsewhereKept | undefined => keptDraft(key)

export const dropElsewhere = (): void => dropDraft(key)
