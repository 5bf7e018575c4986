/** Puts together what holds under different readings of the text, and for the different people one may be. */
import { union, unstated, type Answer, type Single, type Stated } from './answer'
import type { Assessment, Cited } from './assessment'
import { joinPapers } from './eligibility'
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

function alternatives<T>(answers: readonly Answer<T>[], order: 'largest' | 'smallest'): Answer<T> {
  const opened = answers.find((answer) => answer.kind === 'open')
  if (opened) return { ...opened, possible: distinct(answers.flatMap(singlesOf)) }
  const silent = answers.filter((answer) => answer.kind === 'unstated')
  if (silent.length > 0) return silent.reduce<Answer<T>>(withClausesOf, silent[0] as Answer<T>)
  const values = distinct(answers.flatMap(singlesOf)) as Stated<T>[]
  const [only] = values
  if (values.length === 1 && only) return only
  const sign = order === 'smallest' ? 1 : -1
  return { kind: 'readings', readings: values.sort((a, b) => (a.value < b.value ? -sign : sign)) }
}

function openFor<T>(fact: Fact, answers: readonly Answer<T>[]): Answer<T> {
  const facts = answers.reduce<readonly string[]>(
    (all, answer) => (answer.kind === 'open' ? union(all, answer.facts) : all),
    [fact],
  )
  return { kind: 'open', facts, possible: distinct(answers.flatMap(singlesOf)) }
}

/** Everything an answer may turn out to be. */
export function singlesOf<T>(answer: Answer<T>): readonly Single<T>[] {
  switch (answer.kind) {
    case 'readings':
      return answer.readings
    case 'open':
      return answer.possible
    default:
      return [answer]
  }
}

function distinct<T>(answers: readonly Single<T>[]): Single<T>[] {
  const found: Single<T>[] = []
  for (const answer of answers) {
    const at = found.findIndex((other) => sameAnswer(answer, other))
    const known = found[at]
    if (known) found[at] = withClausesOf(known, answer) as Single<T>
    else found.push(answer)
  }
  return found
}

/** The same answer reached in two ways rests on the clauses of both, whichever came first. */
function withClausesOf<T>(one: Answer<T>, other: Answer<T>): Answer<T> {
  if (one === other) return one
  if (one.kind === 'stated' && other.kind === 'stated') {
    const clauses = union(one.clauses, other.clauses)
    return clauses === one.clauses ? one : { ...one, clauses }
  }
  if (one.kind !== 'unstated' || other.kind !== 'unstated') return one
  const [ask] = [one.ask, other.ask].filter((office) => office !== undefined).sort()
  return unstated(union(one.clauses, other.clauses), ask)
}

const allSame = (answers: readonly Answer<unknown>[]): boolean =>
  answers.every((answer) => sameAnswer(answer, answers[0] as Answer<unknown>))

function sameAnswer(one: Answer<unknown>, other: Answer<unknown>): boolean {
  if (one === other) return true
  if (one.kind === 'stated' && other.kind === 'stated') return sameJson(one.value, other.value)
  if (one.kind === 'unstated' && other.kind === 'unstated') return true
  return one.kind === other.kind && sameJson(one, other)
}

/** The same data; looked at piece by piece, because writing both out takes most of the time of a large mixture. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => sameJson(one[key as keyof typeof one], other[key as keyof typeof other]))
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
