import type { ReplyOf } from '../../../../shared/contracts/contract'
import { StartPayment } from '../../../../shared/contracts/startPayment'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import { call, type Reached } from '../../api/call'
import { dropPaymentKey, paymentKey } from '../../device/paymentKey'

type Owed = ReplyOf<typeof WhatIOwe>
export type Started = Reached<typeof StartPayment>

/**
 * Asks for the one order of this person and year, with the key this device keeps. A key whose order is closed
 * is dropped and a new one taken, once: the person has just asked to pay.
 */
export async function startPaying(residentId: string, owed: Owed, dueFen: number): Promise<Started> {
  const first = await ask(residentId, owed, dueFen)
  if (first.kind !== 'refused' || (first.refusal !== 'orderClosed' && first.refusal !== 'keyReused'))
    return first
  dropPaymentKey(residentId, owed.coverageYear)
  return ask(residentId, owed, dueFen)
}

const ask = (residentId: string, owed: Owed, dueFen: number): Promise<Started> =>
  call(StartPayment, {
    people: [{ residentId, expectFen: dueFen }],
    coverageYear: owed.coverageYear,
    key: paymentKey(residentId, owed.coverageYear),
    tableHash: owed.tableHash,
    otherCover: 'none',
  })
