/** 退费 by the notice: applied for, taken in, approved, transferred, confirmed; four members of staff on as many days. */
import { answerStaff } from '../../cloudfunctions/staff/answerStaff'
import { staffOf } from '../../cloudfunctions/_staff/staffAccount'
import { AcceptRefund } from '../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../shared/contracts/confirmTransfer'
import type { Contract, RequestOf } from '../../shared/contracts/contract'
import { RequestRefund } from '../../shared/contracts/requestRefund'
import type { Role } from '../../shared/contracts/staff'
import { TransferRefund } from '../../shared/contracts/transferRefund'
import { plainAccount } from '../cloudfunctions/world/plainAccount'
import { noPress } from '../cloudfunctions/world/noPrinter'
import { place } from './households'
import { phoneOf, type Paid } from './payTogether'
import type { County } from './startCounty'

const staff = {
  tax: 'tax',
  bureau: 'bureau',
  finance: 'finance',
  second: 'finance',
} as const satisfies Record<string, Role>

export async function hireStaff({ store }: County): Promise<void> {
  for (const [id, role] of Object.entries(staff)) {
    await store.insert('staffAccounts', id, plainAccount(role, place.region))
  }
}

async function act<C extends Contract>(
  { ports }: County,
  id: keyof typeof staff,
  contract: C,
  request: RequestOf<C>,
): Promise<void> {
  const member = await staffOf(ports, id)
  if (!member) throw new Error(`no account ${id}`)
  const outcome = await answerStaff(contract.name, request, { ...ports, press: noPress, staff: member })
  if (outcome.kind !== 'done') throw new Error(`${contract.name}: ${JSON.stringify(outcome)}`)
}

const day = 86_400_000

/** The steps, each at its own moment after the payment. */
export function refundSteps(
  county: County,
  openId: string,
  { orderNumber, residentIds }: Paid,
  from: number,
) {
  let refundNumber = ''
  const steps: (() => Promise<void>)[] = [
    async () => {
      const [residentId = ''] = residentIds
      const asked = await phoneOf(county, openId)(RequestRefund, {
        orderNumber,
        residentId,
        reason: 'employee',
      })
      refundNumber = asked.refund.number
    },
    () => act(county, 'tax', AcceptRefund, { refundNumber }),
    () => act(county, 'bureau', ApproveRefund, { refundNumber, way: 'transfer' }),
    () => act(county, 'finance', TransferRefund, { refundNumber, voucher: 'V2023-0001' }),
    () => act(county, 'second', ConfirmTransfer, { refundNumber }),
  ]
  return steps.map((run, index) => ({ at: from + (index + 1) * day, run }))
}
