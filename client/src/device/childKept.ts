import { dropDraft, keepDraft, keptDraft } from './draft'

/** What was answered about a newborn so far: a day and where it is registered. */
export interface ChildKept {
  born: string
  home?: string
}

const key = 'newborn'

export const keepChild = (child: ChildKept): void => keepDraft(key, child)

export function keptChild(): ChildKept | undefined {
  const draft = keptDraft(key) as Partial<ChildKept> | undefined
  return draft?.born === undefined ? undefined : { born: draft.born, home: draft.home }
}

export const dropChild = (): void => dropDraft(key)
