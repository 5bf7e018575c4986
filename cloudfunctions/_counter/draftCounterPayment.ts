import type { CounterPaymentSaid, CounterRefusal } from '../../shared/contracts/counter'
import type { Answer } from '../../shared/rules/answer'
import type { Assessment, Reason } from '../../shared/rules/assessment'
import { papersNamed } from '../../shared/rules/papersNamed'
import { childIdOf } from '../_orders/oneChild'
import { claimIdOf } from '../_orders/orderRecord'
import { valuesOf } from '../_orders/valuesOf'
import type { PolicyInForce } from '../_ports/policies'
import type { ServicePorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import type { Resident } from '../_residents/residentRecord'
import { counterChannels } from './counterChannels'
import { counterPaymentIdOf, counterPaymentOf } from './counterPaymentRecord'

/** A counter payment as it is frozen: whose, what was paid, and what it buys by the rules of the day on which it was paid. */
export interface CounterDraft {
  said: CounterPaymentSaid
  region: string
  residentId: string
  claimId: string
  childId: string | null
  identity: string | null
  coverageFrom: string[]
  coverageTo: string[]
  leftToBureau: boolean
  tableHash: string
}

/** A draft, or why the rules refuse this payment. */
export type Drafted = { kind: 'drafted'; draft: CounterDraft } | ReturnType<typeof refuse<CounterRefusal>>

/** What the rules say to this payment. Reads only; what others hold is seen when it is taken down. */
export async function draftCounterPayment(
  ports: ServicePorts,
  resident: Resident,
  said: CounterPaymentSaid,
): Promise<Drafted> {
  if (said.paidOn > ports.clock.today()) return refuse('inFuture')
  const policy = ports.policies.inForce(resident.region, said.coverageYear)
  if (!policy) return refuse('noPolicy')
  const assessment = await assessAtCounter(ports, resident, policy, said)
  const stop = whyNotTaken(policy, assessment, said)
  if (stop && !(await isEntered(ports, resident, said))) return stop
  const { due, decision, subsidyFor, coverageFrom, coverageTo } = assessment
  return {
    kind: 'drafted',
    draft: {
      said,
      region: resident.region,
      residentId: resident.id,
      claimId: claimIdOf(ports.cipher, resident.idNumber, said.coverageYear),
      childId: childIdOf(ports.cipher, resident, said.coverageYear),
      identity: subsidyFor.kind === 'stated' ? subsidyFor.value : null,
      coverageFrom: valuesOf(coverageFrom),
      coverageTo: valuesOf(coverageTo),
      leftToBureau: decision === 'undecided' || isOpenSum(due),
      tableHash: policy.hash,
    },
  }
}

/** A receipt that is entered already is looked at when it is taken: the same payment once more is the one that stands. */
async function isEntered(
  { store, cipher }: ServicePorts,
  { region }: Resident,
  { receipt }: CounterPaymentSaid,
): Promise<boolean> {
  const payment = await counterPaymentOf(store, counterPaymentIdOf(cipher, region, receipt))
  return payment?.fields.state === 'entered'
}

/** Whoever pays at a counter says there that they have no other cover; a record that knows better wins. */
export async function assessAtCounter(
  ports: ServicePorts,
  resident: Resident,
  policy: PolicyInForce,
  { paidOn, papersSeen }: Pick<CounterPaymentSaid, 'paidOn' | 'papersSeen'>,
): Promise<Assessment> {
  const known = { ...resident, facts: { ...resident.facts, documents: papersSeen } }
  const { assessment } = await assessResident(ports, known, policy, { otherCover: 'none' }, paidOn)
  return assessment
}

/** Why a payment of this person on this day is not taken, whatever its sum; undefined where it is. */
export function whyNobodyPays(
  policy: PolicyInForce,
  { reasons, decision, due, missing }: Assessment,
  on: string,
) {
  const codes = reasons.map(({ code }) => code)
  if (decision === 'refused') return refuse(refusalOf(codes))
  if (codes.includes('paidOnBehalf')) return refuse('paidOnBehalf')
  if (due.kind === 'stated' && due.value === 0) return refuse('nothingDue')
  const named = papersNamed(policy.table, on)
  const papers = missing.filter((code) => named.has(code))
  return papers.length > 0 ? refuse('papersMissing', { papers }) : undefined
}

function whyNotTaken(
  policy: PolicyInForce,
  assessment: Assessment,
  { fen, channel, paidOn }: CounterPaymentSaid,
) {
  const stop = whyNobodyPays(policy, assessment, paidOn)
  if (stop) return stop
  const channels = channelsAtCounter(assessment)
  if (!channels.includes(channel)) return refuse('channelNotNamed', { channels })
  const sums = sumsOf(assessment.due)
  return isOpenSum(assessment.due) || sums.includes(fen)
    ? undefined
    : refuse('otherSum', { sums: sums.map(String) })
}

/** What stands most in the way first. */
const refusals: readonly (readonly [Reason, CounterRefusal])[] = [
  ['alreadyEnrolled', 'alreadyEnrolled'],
  ['employeeInsured', 'employeeInsured'],
  ['enrolledElsewhere', 'enrolledElsewhere'],
  ['windowNotOpen', 'outsideCollection'],
  ['windowClosed', 'outsideCollection'],
  ['residenceNotCovered', 'residenceNotCovered'],
]

function refusalOf(codes: readonly Reason[]): CounterRefusal {
  const found = refusals.find(([reason]) => codes.includes(reason))
  if (!found) throw new Error('refused for no reason')
  return found[1]
}

/** The counters that the notice lists; all of them where it lists no channel. */
export const channelsAtCounter = ({ channels }: Pick<Assessment, 'channels'>): string[] =>
  counterChannels.filter((code) => channels.kind !== 'stated' || channels.value.includes(code))

/** Every sum (fen) that the notice asks for: one, one of each reading, or one of each of the persons that may be meant. */
export function sumsOf(due: Answer<number>): number[] {
  const values =
    due.kind === 'open'
      ? due.possible.flatMap((one) => (one.kind === 'stated' ? [one.value] : []))
      : valuesOf(due)
  return [...new Set(values)].filter((fen) => fen > 0)
}

/** The notice does not say the sum, or not for everybody who may be meant. */
export const isOpenSum = (due: Answer<number>): boolean =>
  due.kind === 'unstated' || (due.kind === 'open' && due.possible.some(({ kind }) => kind === 'unstated'))
