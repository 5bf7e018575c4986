/** Gives the phone something to pay an order with: the same for whoever starts it, comes back to it, or reloads. */
import type { Outcome } from '../../shared/contracts/contract'
import type { ResumePayment } from '../../shared/contracts/resumePayment'
import type { Ports } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { openOrder } from '../_orders/openOrder'
import type { Order } from '../_orders/orderRecord'

type HandedOut = Outcome<typeof ResumePayment>

/** Takes up an order that stands already, as far as WeChat's word has brought it. */
export async function takeUp(ports: Ports, standing: Order): Promise<HandedOut> {
  const order = await bringUpToDate(ports, standing)
  switch (order.fields.state) {
    case 'paid':
      return done({ kind: 'alreadyPaid', orderNumber: order.id })
    case 'closed':
    case 'late':
      return refuse('orderClosed')
    case 'closing':
      return refuse('paymentsDown')
    case 'created':
    case 'prepaid':
      return handOut(ports, order)
  }
}

/** The same number always asks WeChat for the same payment. */
export async function handOut(ports: Ports, order: Order): Promise<HandedOut> {
  const opened = await openOrder(ports, order, titleOf(ports, order))
  switch (opened.kind) {
    case 'opened':
      return done({
        kind: 'wechat',
        orderNumber: order.id,
        fen: order.fields.fen,
        invocation: opened.invocation,
      })
    case 'paid':
      return done({ kind: 'alreadyPaid', orderNumber: order.id })
    case 'closed':
      return refuse('orderClosed')
    case 'unknown':
      return refuse('paymentsDown')
  }
}

/** What WeChat shows the payer: the place and the coverage year, nobody's name. */
const titleOf = ({ policies }: Ports, { fields: { region, coverageYear } }: Order): string =>
  `${policies.inForce(region, coverageYear)?.table.place.name ?? ''}城乡居民医保${coverageYear}年度`
