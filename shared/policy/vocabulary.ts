import * as z from 'zod/mini'

const word = { name: z.string().check(z.minLength(1)), gloss: z.string().check(z.minLength(1)) }
const words = z.record(z.string(), z.strictObject(word))

/** The codes of rules.md with their Chinese names: data, so that a new county needs no code. */
export const vocabularyShape = z.strictObject({
  residence: words,
  identities: z.record(
    z.string(),
    z.strictObject({ ...word, grades: z.optional(z.record(z.string(), z.string())) }),
  ),
  otherCover: words,
  student: words,
  documents: words,
  channels: words,
})

export type Vocabulary = z.infer<typeof vocabularyShape>
export type VocabularyKind = keyof Vocabulary

/** True for a declared code; for identities also for a kind with one of its grades (`ruralDibao/2`). */
export function isDeclared(vocabulary: Vocabulary, kind: VocabularyKind, code: string): boolean {
  const words = vocabulary[kind]
  if (Object.hasOwn(words, code)) return true
  if (kind !== 'identities') return false
  const [base = '', grade = ''] = code.split('/')
  return Object.hasOwn(words, base) && Object.hasOwn(vocabulary.identities[base]?.grades ?? {}, grade)
}

/** The Chinese name of a code; a kind and its grade together for a path. */
export function nameOf(vocabulary: Vocabulary, kind: VocabularyKind, code: string): string {
  const [base = '', grade] = code.split('/')
  const word = vocabulary[kind][base]
  if (!word) return code
  const grades: Record<string, string> | undefined =
    kind === 'identities' ? vocabulary.identities[base]?.grades : undefined
  return grade === undefined ? word.name : `${word.name}${grades?.[grade] ?? grade}`
}
