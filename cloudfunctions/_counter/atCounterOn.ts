import type { AtCounter } from '../../shared/contracts/counterPayments'
import type { Answer } from '../../shared/rules/answer'
import type { CivilDay } from '../../shared/rules/civilDay'
import { papersNamed } from '../../shared/rules/papersNamed'
import { claimIdOf, claimOf } from '../_orders/orderRecord'
import { valuesOf } from '../_orders/valuesOf'
import type { PolicyInForce } from '../_ports/policies'
import type { ServicePorts } from '../_ports/ports'
import type { Resident } from '../_residents/residentRecord'
import { assessAtCounter, channelsAtCounter, isOpenSum, sumsOf, whyNobodyPays } from './draftCounterPayment'
import { whoHolds } from './takeCounterPayment'

type Due = Pick<
  AtCounter,
  'stop' | 'sums' | 'leftToBureau' | 'unknown' | 'clauses' | 'papers' | 'channels' | 'coverageFrom'
>

/** What may be taken of somebody for a payment on a day, once every paper that decides has been seen; who holds them stops it too. */
export async function atCounterOn(
  ports: ServicePorts,
  resident: Resident,
  policy: PolicyInForce,
  paidOn: CivilDay,
): Promise<Due> {
  const { missing } = await assessAtCounter(ports, resident, policy, { paidOn, papersSeen: [] })
  const named = papersNamed(policy.table, paidOn)
  const papers = missing.filter((code) => named.has(code))
  const assessment = await assessAtCounter(ports, resident, policy, { paidOn, papersSeen: papers })
  const claim = await claimOf(ports, claimIdOf(ports.cipher, resident.idNumber, policy.coverageYear))
  const held = claim && (await whoHolds(ports.store, claim, resident.region))
  const stop = whyNobodyPays(policy, assessment, paidOn)?.refusal ?? held ?? null
  const { due, decision, coverageFrom } = assessment
  return {
    stop,
    sums: stop === null ? sumsOf(due) : [],
    leftToBureau: decision === 'undecided' || isOpenSum(due),
    unknown: due.kind === 'open' ? [...due.facts] : [],
    clauses: clausesOf(due),
    papers,
    channels: channelsAtCounter(assessment),
    coverageFrom: valuesOf(coverageFrom),
  }
}

function clausesOf(answer: Answer<unknown>): string[] {
  if (answer.kind === 'readings') return [...new Set(answer.readings.flatMap(({ clauses }) => clauses))]
  if (answer.kind === 'open') return [...new Set(answer.possible.flatMap(({ clauses }) => clauses))]
  return [...answer.clauses]
}
