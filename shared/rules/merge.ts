/** Puts together what holds under different readings of the text, and for the different people one may be. */
import { union, type Answer, type Single, type Stated } from './answer'
import type { Assessment, Cited } from './assessment'
import { joinPapers } from './eligibility'
import { allSame, alternatives, openFor, sameJson, withClausesOf } from './joinAnswers'
import type { Fact } from './person'
import type { Situation } from './situation'

type AnswerKey =
  | 'standard'
  | 'charge'
  | 'subsidy'
  | 'subsidyFor'
  | 'settlement'
  | 'due'
  | 'reimbursed'
  | 'supplement'
  | 'phase'
  | 'phaseFrom'
  | 'phaseTo'
  | 'coverageFrom'
  | 'coverageTo'

/** Which of two readings is safer for the resident: pay more, get less, be covered later, act sooner. */
const safest: Record<AnswerKey | 'newbornDeadline', 'largest' | 'smallest'> = {
  standard: 'largest',
  charge: 'largest',
  subsidy: 'smallest',
  subsidyFor: 'smallest',
  settlement: 'largest',
  due: 'largest',
  reimbursed: 'smallest',
  supplement: 'smallest',
  phase: 'smallest',
  phaseFrom: 'largest',
  phaseTo: 'smallest',
  coverageFrom: 'largest',
  coverageTo: 'smallest',
  newbornDeadline: 'smallest',
}

const answerKeys = Object.keys(safest).filter((key) => key !== 'newbornDeadline') as AnswerKey[]

/**
 * Follows every reading of one answer on its own, where the others do not hang on it. An unknown fact is still
 * needed by the whole.
 */
export function inEveryReading<T>(
  s: Situation,
  order: 'largest' | 'smallest',
  answer: (reading: Situation) => Single<T>,
): Answer<T> {
  const alone = s.at(s.on, s.person)
  const first = answer(alone)
  const { need } = alone
  if (need === undefined) return first
  if (need.kind === 'fact' || alone.needsMore) {
    s.require(need)
    return first
  }
  const others = Array.from({ length: need.count - 1 }, (_, i) =>
    inEveryReading(s.withChoice(need.of, i + 1), order, answer),
  )
  return alternatives([first, ...others], order)
}

/** A reading that leads to silence leaves the whole silent; readings that differ leave the decision to the bureau. */
export function mergeReadings(cases: readonly Assessment[]): Assessment {
  const [first] = cases as [Assessment, ...Assessment[]]
  const { merged } = mergeAnswers(cases, (answers, key) => alternatives(answers, safest[key]))
  const deadlines = cases.flatMap(({ newbornDeadline }) => newbornDeadline ?? [])
  const stages = cases.flatMap(({ newbornStage }) => newbornStage ?? [])
  const decision = cases.every((one) => one.decision === first.decision) ? first.decision : 'undecided'
  return {
    ...first,
    ...merged,
    ...(deadlines.length > 0 && { newbornDeadline: alternatives(deadlines, safest.newbornDeadline) }),
    ...(stages.length > 0 && { newbornStage: alternatives(stages, 'smallest') }),
    decision,
    reasons: everyCode(cases.map(({ reasons }) => reasons)),
    warnings: everyCode(cases.map(({ warnings }) => warnings)),
    ...common(cases, merged),
  }
}

/** `fact` is not known and could be any of these. It is asked for only where the answers differ. */
export function mergeFacts(fact: Fact, cases: readonly Assessment[]): Assessment {
  const [first] = cases as [Assessment, ...Assessment[]]
  const { merged, differing } = mergeAnswers(cases, (answers) => openFor(fact, answers))
  const deadlines = cases.flatMap(({ newbornDeadline }) => newbornDeadline ?? [])
  const stages = cases.flatMap(({ newbornStage }) => newbornStage ?? [])
  const sameDeadline = deadlines.length % cases.length === 0 && allSame(deadlines)
  const sameDecision = cases.every(({ decision }) => decision === first.decision)
  const differs = !sameDecision || !sameDeadline || differing
  const refusedAnyway = sameDecision && first.decision === 'refused'
  const shared = common(cases, merged)
  return {
    ...first,
    ...merged,
    ...(deadlines[0] && { newbornDeadline: sameDeadline ? deadlines[0] : openFor(fact, deadlines) }),
    ...(stages[0] && { newbornStage: allSame(stages) ? stages[0] : openFor(fact, stages) }),
    decision: sameDecision ? first.decision : 'undecided',
    reasons: sharedCodes(cases.map(({ reasons }) => reasons)),
    warnings: sharedCodes(cases.map(({ warnings }) => warnings)),
    ...shared,
    missing: differs && !refusedAnyway ? union([fact], shared.missing) : shared.missing,
  }
}

/** `differing`: not every answer is the same in all cases. Most are the same object, and a person of whom nothing is known is ten thousand cases. */
function mergeAnswers(
  cases: readonly Assessment[],
  merge: (answers: Answer<unknown>[], key: AnswerKey) => Answer<unknown>,
): { merged: Pick<Assessment, AnswerKey>; differing: boolean } {
  const [first] = cases as [Assessment, ...Assessment[]]
  const merged: Partial<Record<AnswerKey, Answer<unknown>>> = {}
  let differing = false
  for (const key of answerKeys) {
    if (cases.every((one) => one[key] === first[key])) {
      merged[key] = first[key]
      continue
    }
    const answers: Answer<unknown>[] = cases.map((one) => one[key])
    const same = allSame(answers)
    merged[key] = same ? answers.reduce(withClausesOf) : merge(answers, key)
    differing ||= !same
  }
  return { merged: merged as Pick<Assessment, AnswerKey>, differing }
}

const common = (
  cases: readonly Assessment[],
  { due }: Pick<Assessment, 'due'>,
): Pick<Assessment, 'missing' | 'dueBetween' | 'passedOver' | 'documents' | 'channels' | 'inAppPayment'> => ({
  missing: cases.reduce<readonly string[]>((all, { missing }) => union(all, missing), []),
  dueBetween: hull(cases),
  passedOver: cases.every(({ passedOver }) => sameJson(passedOver, cases[0]?.passedOver))
    ? (cases[0]?.passedOver ?? [])
    : [],
  documents: together(
    cases.map(({ documents }) => documents),
    joinPapers,
  ),
  channels: together(
    cases.map(({ channels }) => channels),
    union as (a: readonly string[], b: readonly string[]) => readonly string[],
  ),
  inAppPayment: due.kind === 'stated' && cases.every(({ inAppPayment }) => inAppPayment),
})

function hull(cases: readonly Assessment[]): Assessment['dueBetween'] {
  const bounds = cases.flatMap(({ dueBetween }) => dueBetween ?? [])
  if (bounds.length === 0) return null
  // Where one possibility is a sum that nobody stated, the range has no upper end.
  const open = bounds.length < cases.length || bounds.some(({ toFen }) => toFen === null)
  return {
    fromFen: Math.min(...bounds.map(({ fromFen }) => fromFen)),
    toFen: open ? null : Math.max(...bounds.map(({ toFen }) => toFen ?? 0)),
  }
}

/** Lists are put together: it is better to know of a paper or a channel that may apply. */
function together<T>(answers: readonly Answer<T>[], join: (one: T, other: T) => T): Answer<T> {
  if (answers.every((answer) => answer === answers[0])) return answers[0] as Answer<T>
  const lists = answers.flatMap((answer) => (answer.kind === 'stated' ? [answer] : []))
  const [first, ...rest] = lists
  if (first === undefined) return answers[0] as Answer<T>
  return rest.reduce<Stated<T>>(
    (all, { value, clauses }) => ({
      kind: 'stated',
      value: join(all.value, value),
      clauses: union(all.clauses, clauses),
    }),
    first,
  )
}

function everyCode<C extends string>(lists: readonly (readonly Cited<C>[])[]): Cited<C>[] {
  if (lists.every(({ length }) => length === 0)) return []
  const found = new Map<C, Cited<C>>()
  for (const { code, clauses } of lists.flat())
    found.set(code, { code, clauses: union(found.get(code)?.clauses ?? [], clauses) })
  return [...found.values()]
}

const sharedCodes = <C extends string>(lists: readonly (readonly Cited<C>[])[]): Cited<C>[] =>
  everyCode(lists).filter(({ code }) => lists.every((list) => list.some((other) => other.code === code)))
