import { Hono } from 'hono'
import { z } from 'zod/mini'
import type { Refunds } from './createRefunds'
import { billFaults, requestFaults, type BillFault, type Fault, type Faults } from './faults'
import { refundEnds } from './simulatedRefund'

const Orders = z.strictObject({
  faults: z.optional(z.array(z.enum(requestFaults))),
  billFaults: z.optional(z.array(z.enum(billFaults))),
  endRefund: z.optional(
    z.strictObject({ refundNumber: z.string(), end: z.enum(refundEnds), tells: z.optional(z.boolean()) }),
  ),
})

/** `POST /operate`: whatever plays the weather plans faults and ends refunds, also from another process. */
export function operatorRoutes(
  refunds: Refunds,
  planned: { faults: Faults<Fault>; billFaults: Faults<BillFault> },
): Hono {
  return new Hono().post('/operate', async (context) => {
    const read = Orders.safeParse(await context.req.json().catch(() => undefined))
    if (!read.success) return context.json({ refused: 'malformed' }, 400)
    const { faults = [], billFaults: faultsOfBills = [], endRefund } = read.data
    planned.faults.plan(...faults)
    planned.billFaults.plan(...faultsOfBills)
    if (!endRefund) return context.body(null, 204)
    const ended = await refunds.end(endRefund.refundNumber, endRefund.end, endRefund.tells)
    return ended ? context.body(null, 204) : context.json({ refused: 'noSuchRefund' }, 409)
  })
}
