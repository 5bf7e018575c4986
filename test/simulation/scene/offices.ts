/** The staff of both counties go through the refunds: accept, approve, reject, transfer, confirm; often two at once. */
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import type { Stored } from '../../../cloudfunctions/_ports/store'
import type { RefundFields } from '../../../cloudfunctions/_refunds/refundRecord'
import { acceptRefund } from '../../../cloudfunctions/staff/acceptRefund'
import { approveRefund } from '../../../cloudfunctions/staff/approveRefund'
import { confirmTransfer } from '../../../cloudfunctions/staff/confirmTransfer'
import { rejectRefund } from '../../../cloudfunctions/staff/rejectRefund'
import { transferRefund } from '../../../cloudfunctions/staff/transferRefund'
import type { StaffCaller, StaffPorts } from '../../../cloudfunctions/_ports/ports'
import { noPress } from '../../cloudfunctions/world/noPrinter'
import { staff } from './staff'
import type { World } from './world'

/** Nobody transfers in the same minutes in which WeChat was asked. */
const patienceMs = 10 * 60_000

type Deed = (ports: StaffPorts) => Promise<{ kind: string }>

/** Every refund that waits at a desk gets one or two people who try their step; now and then the wrong ones. */
export function workInOffices(world: World): void {
  const { random, versions } = world
  for (const refund of versions.all('refunds') as Stored<RefundFields>[]) {
    const deed = deedFor(world, refund)
    if (!deed) continue
    const atDesk = staff.filter((who) => sitsAt(who, refund))
    for (let people = random.chance(0.3) ? 2 : 1; people > 0; people--)
      tryDeed(world, random.pick(random.chance(0.1) ? staff : atDesk), deed)
  }
}

/** People of the county and of the desk. */
const sitsAt = ({ region, role }: StaffCaller, { fields }: Stored<RefundFields>): boolean =>
  region === fields.region && (roleOf[fields.desk] ?? role) === role

const roleOf: Readonly<Record<string, string>> = {
  tax: 'tax',
  bureau: 'bureau',
  finance: 'finance',
  confirmation: 'finance',
}

function tryDeed(world: World, who: StaffCaller, deed: Deed): void {
  void world.invoke(`staff ${who.staffId}`, (ports) =>
    deed({ ...ports, schedule, press: noPress, staff: who }),
  )
}

function deedFor(
  { random, scheduler }: World,
  { id: refundNumber, fields }: Stored<RefundFields>,
): Deed | undefined {
  const rejects = random.chance(0.2)
  switch (fields.desk) {
    case 'tax':
    case 'bureau': {
      if (rejects) return (ports) => rejectRefund.answer({ refundNumber, rejection: 'other' }, ports)
      const way = random.pick(['wechat', 'transfer'] as const)
      return fields.desk === 'tax'
        ? (ports) => acceptRefund.answer({ refundNumber }, ports)
        : (ports) => approveRefund.answer({ refundNumber, way }, ports)
    }
    case 'finance': {
      if (scheduler.now - Date.parse(fields.changedAt) < patienceMs) return undefined
      const voucher = `VOUCHER-${Math.floor(random.next() * 1000)}`
      return (ports) => transferRefund.answer({ refundNumber, voucher }, ports)
    }
    case 'confirmation':
      return (ports) => confirmTransfer.answer({ refundNumber }, ports)
    case 'wechat':
    case 'none':
      return undefined
  }
}
