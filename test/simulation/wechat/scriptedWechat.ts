/**
 * WeChat Pay as the payment port sees it, without HTTP and signatures: orders by number, payments by payers at any time,
 * closing, refunds, and callbacks. It keeps its own books, which the ledger must equal.
 */
import type { Random } from '../../bench/randomFrom'
import type {
  DownloadedBill,
  OpenedPayment,
  PaymentRequest,
  PaymentState,
  SettledPayment,
} from '../../../cloudfunctions/_ports/payments'
import type { Faults } from '../engine/faults'
import type { Scheduler } from '../engine/scheduler'
import type { Callbacks } from './callbacks'
import { RefundDesk } from './refundDesk'
import { tradeBill } from './tradeBill'
import { appId, merchantId, type WechatOrder } from './wechatOrder'

const minuteMs = 60_000

export class ScriptedWechat {
  readonly orders = new Map<string, WechatOrder>()
  /** Every payment it took for us or says it took, by transaction. */
  readonly payments = new Map<string, SettledPayment>()
  readonly refunds: RefundDesk
  /** Where somebody reads its bills, a payment that nobody is told of and nobody asks about is found in them. */
  writesBills = false
  /** Numbers of which it has said that nobody can pay them. */
  readonly saidClosed = new Set<string>()
  private readonly byPrepayId = new Map<string, WechatOrder>()

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly callbacks: Callbacks,
  ) {
    this.refunds = new RefundDesk(this.orders, scheduler, random, faults, callbacks)
  }

  /** @throws RangeError for a sum no order can have, as the adapter does. */
  open(request: PaymentRequest): OpenedPayment {
    if (!Number.isSafeInteger(request.fen) || request.fen < 1) throw new RangeError('no sum to pay')
    const order = this.orders.get(request.orderNumber) ?? this.newOrder(request)
    if (order.state === 'paid') return { kind: 'alreadyPaid' }
    if (order.state === 'closed') return { kind: 'refused', code: 'ORDER_CLOSED' }
    const same = order.request.fen === request.fen && order.request.expiresAt === request.expiresAt
    const repeated = same && order.request.payerOpenId === request.payerOpenId
    if (!repeated || this.scheduler.now >= order.expiresAt)
      return { kind: 'refused', code: 'INVALID_REQUEST' }
    const { prepayId } = order
    const invocation = {
      timeStamp: '0',
      nonceStr: '0',
      package: `prepay_id=${prepayId}`,
      signType: 'RSA',
      paySign: '0',
    } as const
    return { kind: 'opened', prepayId, invocation }
  }

  query(orderNumber: string): PaymentState {
    const order = this.orders.get(orderNumber)
    if (!order) return { kind: 'absent' }
    if (order.payment) return { kind: 'paid', payment: { ...order.payment } }
    return { kind: order.state === 'closed' ? 'closed' : 'notPaid' }
  }

  /** A number it never had cannot be paid, and stays free to be opened. */
  close(orderNumber: string): 'closed' | 'paid' | 'unknown' {
    const order = this.orders.get(orderNumber)
    if (order?.state === 'paid') return 'paid'
    if (order?.typing && this.random.chance(0.3)) return 'unknown'
    if (order) order.state = 'closed'
    this.saidClosed.add(orderNumber)
    return 'closed'
  }

  bill(day: string): DownloadedBill {
    return tradeBill(this.payments.values(), this.refunds.accepted, day, this.scheduler.now)
  }

  /** Whether anybody who has this order's prepay id could pay it now. */
  isPayable(orderNumber: string): boolean {
    const order = this.orders.get(orderNumber)
    return order?.state === 'open' && this.scheduler.now < order.expiresAt
  }

  /** The payer confirms, and types for a while; `taken` hears of a payment taken in time. */
  pay(prepayId: string, taken: (payment: SettledPayment) => void): void {
    const order = this.byPrepayId.get(prepayId)
    if (order?.state !== 'open' || this.scheduler.now >= order.expiresAt) return
    order.typing = true
    this.scheduler.after(this.random.next() * this.random.pick([200, 2_000, 60_000]), () =>
      this.endTyping(order, taken),
    )
    if (this.faults.chance('oddPayment', 0.5)) this.takeOddPayment(order)
  }

  private endTyping(order: WechatOrder, taken: (payment: SettledPayment) => void): void {
    order.typing = false
    if (order.state === 'paid') return
    const inTime = order.state === 'open' && this.scheduler.now < order.expiresAt
    if (!inTime && !(order.state === 'closed' && this.faults.chance('paidAfterClose', 0.7))) return
    order.state = 'paid'
    order.payment = this.take({})(order)
    if (inTime) taken(order.payment)
    const eventId = this.callbacks.newEventId()
    this.callbacks.tell(
      { kind: 'paid', eventId, payment: { ...order.payment } },
      !inTime && !this.writesBills,
    )
  }

  /** Genuine, and not what was asked for: nobody can find it out but by the callback. */
  private takeOddPayment(order: WechatOrder): void {
    const odd: Partial<SettledPayment> = this.random.pick([
      { fen: 1 },
      { fen: order.request.fen + 1 },
      { appId: 'wxsomebodyelse' },
      { merchantId: '1900000999' },
      { orderNumber: 'NOBODYKNOWSTHISORDER' },
    ])
    const payment = this.take(odd)(order)
    this.callbacks.tell({ kind: 'paid', eventId: this.callbacks.newEventId(), payment }, true)
  }

  private readonly take =
    (odd: Partial<SettledPayment>) =>
    ({ request }: WechatOrder): SettledPayment => {
      const payment: SettledPayment = {
        orderNumber: request.orderNumber,
        transactionId: `42${String(this.payments.size).padStart(6, '0')}`,
        fen: request.fen,
        merchantId,
        appId,
        paidAt: new Date(this.scheduler.now).toISOString(),
        ...odd,
      }
      this.payments.set(payment.transactionId, payment)
      return payment
    }

  private newOrder(request: PaymentRequest): WechatOrder {
    const order: WechatOrder = {
      request: { ...request },
      prepayId: `wx${this.orders.size}-${request.orderNumber}`,
      expiresAt: Math.max(Date.parse(request.expiresAt), this.scheduler.now + minuteMs),
      state: 'open',
      typing: false,
    }
    this.orders.set(request.orderNumber, order)
    this.byPrepayId.set(order.prepayId, order)
    return order
  }
}
