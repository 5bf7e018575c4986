import { StartPayment } from '../../../../shared/contracts/startPayment'
import { call, type Reached } from '../../api/call'
import { dropPaymentKey, paymentKey } from '../../device/paymentKey'
import type { Paying } from './sortOut'

export type Started = Reached<typeof StartPayment>

/**
 * Asks for the one order of these people and this year, with the key this device keeps. A key whose order is closed
 * is dropped and a new one taken, once: the person has just asked to pay.
 */
export async function startPaying(
  paying: readonly Paying[],
  coverageYear: number,
  tableHash: string,
): Promise<Started> {
  const first = await ask(paying, coverageYear, tableHash)
  if (first.kind !== 'refused' || (first.refusal !== 'orderClosed' && first.refusal !== 'keyReused'))
    return first
  dropPaymentKey(idsOf(paying), coverageYear)
  return ask(paying, coverageYear, tableHash)
}

const ask = (paying: readonly Paying[], coverageYear: number, tableHash: string): Promise<Started> =>
  call(StartPayment, {
    people: paying.map(({ residentId, fen }) => ({ residentId, expectFen: fen })),
    coverageYear,
    key: paymentKey(idsOf(paying), coverageYear),
    tableHash,
    otherCover: 'none',
  })

const idsOf = (paying: readonly Paying[]): string[] => paying.map(({ residentId }) => residentId)
