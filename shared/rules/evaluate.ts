/** Every answer for one person on one day, inside one reading of the text. `assess` puts the readings together. */
import { stated, union, unstated, type Answer, type Clause, type Single, type Stated } from './answer'
import { accountOf, type Account } from './account'
import type { Assessment, Cited, Decision, Papers, Reason, Warning } from './assessment'
import { yearOf, type CivilDay } from './civilDay'
import { startDay, takesPaymentOn, type Collection } from './collection'
import { dueBounds, reimbursedOf } from './contribution'
import { paidOf, supplementOf, type Paid, type Recognised } from './duplicates'
import { admissionOf, joinPapers, noPapers, type Admission } from './eligibility'
import type { Newborn } from './newborn'
import { singlesOf } from './joinAnswers'
import { inEveryReading } from './merge'
import { joinChannels, type Rules } from './prepare'
import type { Situation } from './situation'
import type { Won } from './subsidy'

/** Where the table has no row for someone: the checker keeps this from happening. */
const silence = unstated([])

export function evaluate(rules: Rules, s: Situation): Assessment {
  const admission = admissionOf(rules.eligibility, s)
  const account = accountOf(rules, s)
  const { standard, charge, collection, newborn, won, due } = account
  const { paid, then, earlier } = paymentBefore(rules, s)
  const enrolled = isEnrolled(paid, s)
  const coverageFrom =
    earlier && then && enrolled ? coverageStart(then, earlier) : coverageStart(account, s, enrolled)
  if (earlier?.need) s.require(earlier.need)
  const reasons = reasonsOf(rules, admission, collection, newborn, won, enrolled, s)
  const decision = decide(reasons, admission, newborn, paid)
  const channels = channelsOf(rules, newborn, s)
  const dueNow = enrolled ? stated(0, standard.clauses) : due
  const coverageTo = (newborn.stage?.end ?? rules.coverTo)(s)
  const assessment: Assessment = {
    decision,
    reasons,
    warnings: warningsOf(
      rules,
      collection,
      newborn,
      won,
      enrolled ? dueNow : charge,
      coverageFrom,
      coverageTo,
      s,
    ),
    missing: paid === 'unclear' && !enrolled ? union(admission.missing, ['paid']) : admission.missing,
    standard,
    charge,
    subsidy: won.subsidy,
    subsidyFor: won.identity,
    settlement: won.settlement,
    due: dueNow,
    dueBetween: dueBounds(charge, dueNow, won),
    reimbursed: reimbursedOf(won),
    supplement: supplementOf(
      then,
      paid === 'full' ? recognisedAfterPaying(rules, s) : undefined,
      rules.later,
      s,
    ),
    passedOver: won.passedOver,
    phase: stated(collection.phase, collection.row?.clauses ?? silence.clauses),
    phaseFrom: collection.row?.firstDay ?? silence,
    phaseTo: collection.row?.lastDay ?? silence,
    coverageFrom,
    coverageTo,
    documents: documentsOf(rules, admission, newborn, s),
    channels,
    inAppPayment: decision === 'mayEnroll' && paysHere(dueNow, channels, collection, s),
    ask: rules.ask,
  }
  if (newborn.deadline) assessment.newbornDeadline = newborn.deadline
  if (newborn.stage) assessment.newbornStage = stated(newborn.stage.shown, newborn.stage.clauses)
  return assessment
}

/**
 * A start that hangs on the payment day stays open where that day is not this one: before the collection begins, on a
 * day of the month without collection, for someone the county pays for, and for someone who is enrolled without a payment we know of.
 */
function coverageStart(
  { terms, won, collection: { phase, row } }: Account,
  s: Situation,
  paidOnAnotherDay = false,
): Answer<CivilDay> {
  const onBehalf = won.settlement.kind === 'stated' && won.settlement.value === 'paidOnBehalf'
  const tooEarly = phase === 'before' && row?.from !== undefined
  const notToday = phase !== 'closed' && row !== undefined && !takesPaymentOn(row, s.on)
  const dayIsOpen = onBehalf || tooEarly || notToday || paidOnAnotherDay
  return inEveryReading(s, 'largest', (reading) => {
    const start = terms.start(reading)
    if (start.kind === 'unstated') return start
    if (start.value.followsPayment && dayIsOpen) return unstated(start.clauses)
    return startDay(start, terms.mayPrecedeYear, reading)
  })
}

const unpaid: { paid: Paid; then?: Account; earlier?: Situation } = { paid: 'nothing' }

function paymentBefore(rules: Rules, s: Situation): typeof unpaid {
  const { paid } = s.person
  if (paid === undefined) return unpaid
  const earlier = s.at(paid.on, s.person)
  const then = accountOf(rules, earlier)
  if (earlier.need) s.require(earlier.need)
  if (earlier.needsMore) s.needsMore = true
  return { paid: paidOf(paid.fen, then, rules.tiers.all, s), then, earlier }
}

/** The first identity after the payment that would have earned something: later changes earn nothing more. */
function recognisedAfterPaying(rules: Rules, s: Situation): Recognised | undefined {
  const paidOn = s.person.paid?.on ?? s.on
  const later = s.identities().filter(({ since }) => since !== undefined && since > paidOn)
  if (later.length === 0) return undefined
  for (const since of later.map(({ since = '' }) => since).sort()) {
    const then = s.at(since, s.person)
    const { won } = accountOf(rules, then)
    if (then.need) s.require(then.need)
    if (won.subsidy.kind === 'unstated' || won.subsidy.value > 0) return { since, subsidy: won.subsidy }
  }
  return undefined
}

function reasonsOf(
  rules: Rules,
  admission: Admission,
  { phase, row }: Collection,
  newborn: Newborn,
  won: Won,
  enrolled: boolean,
  s: Situation,
): Cited<Reason>[] {
  const reasons: Cited<Reason>[] = []
  const cover = s.fact('otherCover')
  if (cover === 'employee' || cover === 'residentElsewhere') reasons.push(rules.exclusions[cover].reason)
  if (admission.enroll !== 'may' && admission.clauses.length > 0)
    reasons.push({ code: 'residenceNotCovered', clauses: admission.clauses })
  const clauses = row?.clauses ?? []
  if (enrolled) reasons.push({ code: 'alreadyEnrolled', clauses })
  else if (phase === 'before' && !opensForChild(newborn)) reasons.push({ code: 'windowNotOpen', clauses })
  else if (phase === 'closed' && !opensForChild(newborn)) reasons.push({ code: 'windowClosed', clauses })
  // Only where nothing else stands in the way: nobody may be told that the county pays when it does not.
  if (reasons.length === 0 && won.settlement.kind === 'stated' && won.settlement.value === 'paidOnBehalf')
    reasons.push({ code: 'paidOnBehalf', clauses: won.settlement.clauses })
  return reasons
}

/** A child for whom a stage is open, or about whom the notice is silent, is not held to the window. */
const opensForChild = ({ stage, silent }: Newborn): boolean =>
  silent !== undefined || stage?.charge !== undefined

function isEnrolled(paid: Paid, { person, coverageYear }: Situation): boolean {
  if (paid === 'full' || paid === 'net') return true
  return typeof person.lastCovered === 'number' && person.lastCovered >= coverageYear
}

function decide(
  reasons: readonly Cited<Reason>[],
  admission: Admission,
  newborn: Newborn,
  paid: Paid,
): Decision {
  const refuses = ({ code }: Cited<Reason>): boolean =>
    code !== 'paidOnBehalf' && (code !== 'residenceNotCovered' || admission.enroll === 'mayNot')
  if (reasons.some(refuses)) return 'refused'
  if (admission.enroll !== 'may' || admission.missing.length > 0) return 'undecided'
  return newborn.silent !== undefined || paid === 'unclear' ? 'undecided' : 'mayEnroll'
}

function warningsOf(
  rules: Rules,
  { phase, row }: Collection,
  newborn: Newborn,
  won: Won,
  charge: Single<number>,
  coverageFrom: Answer<CivilDay>,
  coverageTo: Single<CivilDay>,
  s: Situation,
): Cited<Warning>[] {
  const settlement = won.settlement.kind === 'stated' ? won.settlement.value : undefined
  const found = settlement === 'paidOnBehalf' ? [] : [...rules.noRefund]
  const warn = (code: Warning, clauses: readonly Clause[] | undefined): void => {
    if (clauses) found.push({ code, clauses })
  }
  if (row?.soft) warn('softWindow', row.clauses)
  warn('newbornLimitReadings', readingClauses(newborn.deadline))
  if (settlement === 'reimbursement') warn('payFirstReimbursedLater', won.settlement.clauses)
  if (phase === 'fullCost' && charge.kind === 'unstated') warn('fullCostUnstated', charge.clauses)
  for (const start of singlesOf(coverageFrom))
    if (startsTooLate(start, coverageTo, s)) {
      warn('noCoverageThisYear', start.clauses)
      break
    }
  return found
}

const readingClauses = (deadline: Answer<CivilDay> | undefined): readonly Clause[] | undefined =>
  deadline?.kind === 'readings' ? deadline.readings.flatMap(({ clauses }) => clauses) : undefined

/** A notice may end its cover before the year does. */
const startsTooLate = (from: Single<CivilDay>, lastDay: Single<CivilDay>, s: Situation): boolean =>
  from.kind === 'stated' &&
  (yearOf(from.value) > s.coverageYear || (lastDay.kind === 'stated' && from.value > lastDay.value))

function documentsOf(rules: Rules, admission: Admission, { stage }: Newborn, s: Situation): Single<Papers> {
  const cover = s.person.otherCover
  const excluded = cover === 'employee' || cover === 'residentElsewhere' ? rules.exclusions[cover] : undefined
  let papers = admission.papers.kind === 'stated' ? admission.papers.value : noPapers
  let clauses = admission.papers.clauses
  for (const row of rules.papers) {
    if (!row.test(s)) continue
    papers = joinPapers(papers, row.papers)
    clauses = union(clauses, row.clauses)
  }
  if (stage?.papers) [papers, clauses] = [joinPapers(papers, stage.papers), union(clauses, stage.clauses)]
  if (excluded)
    [papers, clauses] = [joinPapers(papers, excluded.papers), union(clauses, excluded.reason.clauses)]
  if (papers === noPapers) return unstated(clauses)
  return papers === (admission.papers.kind === 'stated' && admission.papers.value)
    ? admission.papers
    : stated(papers, clauses)
}

function channelsOf(rules: Rules, { stage }: Newborn, s: Situation): Single<readonly string[]> {
  if (stage?.channels) return stated(stage.channels, stage.clauses)
  if ('kind' in rules.channels) return rules.channels
  let mine: Stated<readonly string[]> | undefined
  for (const { test, answer } of rules.channels) {
    if (test(s)) mine = mine === undefined ? answer : joinChannels(mine, answer)
  }
  return mine ?? silence
}

function paysHere(
  due: Single<number>,
  channels: Single<readonly string[]>,
  { row }: Collection,
  s: Situation,
): boolean {
  const owes = due.kind === 'stated' && due.value > 0
  const wechat = channels.kind === 'stated' && channels.value.includes('wechat')
  return owes && wechat && (row === undefined || takesPaymentOn(row, s.on))
}
