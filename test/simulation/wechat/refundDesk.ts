import type { Random } from '../../bench/randomFrom'
import type {
  RefundRequest,
  RefundState,
  StatedRefund,
  SubmittedRefund,
} from '../../../cloudfunctions/_ports/payments'
import type { Faults } from '../engine/faults'
import type { Scheduler } from '../engine/scheduler'
import type { Callbacks } from './callbacks'
import { merchantId, type WechatOrder } from './wechatOrder'

/** A refund as the bill of its day has it. */
export type AcceptedRefund = StatedRefund & { acceptedAt: string }

const hourMs = 3600_000

/** WeChat's refunds: the same number is the same refund, and never more goes back than was paid. */
export class RefundDesk {
  readonly refunds = new Map<string, AcceptedRefund>()
  /** Requests no honest service makes: more than was paid, or the same number for something else. */
  readonly indecent: string[] = []
  /** What went back although nobody had asked for it. */
  private oddFen = 0
  /** Everything that is in a bill, with the moment WeChat took it. */
  readonly accepted: AcceptedRefund[] = []

  constructor(
    private readonly orders: ReadonlyMap<string, WechatOrder>,
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly callbacks: Callbacks,
  ) {}

  submit(request: RefundRequest): SubmittedRefund {
    const known = this.refunds.get(request.refundNumber)
    if (known) return this.repeated(known, request)
    const payment = this.orders.get(request.orderNumber)?.payment
    if (!payment || payment.fen !== request.paidFen) return this.refuse(request, 'RESOURCE_NOT_EXISTS')
    if (this.takenOf(request.orderNumber) + request.fen > payment.fen)
      return this.refuse(request, 'INVALID_REQUEST')
    if (this.faults.chance('refundNotEnough', 0.3)) return { kind: 'unknown' }
    if (this.faults.chance('refundRefused', 0.3)) return { kind: 'refused', code: 'USER_ACCOUNT_ABNORMAL' }
    const refund: AcceptedRefund = {
      acceptedAt: this.now(),
      refundNumber: request.refundNumber,
      orderNumber: request.orderNumber,
      transactionId: payment.transactionId,
      wechatRefundId: `50${this.refunds.size}`,
      fen: request.fen,
      paidFen: payment.fen,
      merchantId,
      status: 'processing',
      succeededAt: null,
    }
    this.refunds.set(request.refundNumber, refund)
    this.accepted.push(refund)
    this.scheduler.after(this.random.next() * this.random.pick([0.01, 1, 30]) * hourMs, () =>
      this.settle(refund),
    )
    return { kind: 'accepted', refund: { ...refund } }
  }

  query(refundNumber: string): RefundState {
    const refund = this.refunds.get(refundNumber)
    return refund ? { kind: 'known', refund: { ...refund } } : { kind: 'absent' }
  }

  /** What went back by WeChat, fen. */
  get returnedFen(): number {
    let sum = this.oddFen
    for (const { status, fen } of this.refunds.values()) if (status === 'succeeded') sum += fen
    return sum
  }

  private takenOf(orderNumber: string): number {
    let sum = 0
    for (const refund of this.refunds.values())
      if (refund.orderNumber === orderNumber && refund.status !== 'closed') sum += refund.fen
    return sum
  }

  private repeated(known: StatedRefund, request: RefundRequest): SubmittedRefund {
    if (this.faults.chance('refundRefused', 0.3)) return { kind: 'refused', code: 'INVALID_REQUEST' }
    return known.orderNumber === request.orderNumber && known.fen === request.fen
      ? { kind: 'accepted', refund: { ...known } }
      : this.refuse(request, 'INVALID_REQUEST')
  }

  private refuse(request: RefundRequest, code: string): SubmittedRefund {
    this.indecent.push(`${request.refundNumber}: ${request.fen} of ${request.orderNumber}, ${code}`)
    return { kind: 'refused', code }
  }

  private settle(refund: StatedRefund): void {
    if (this.faults.chance('refundClosed', 0.3)) refund.status = 'closed'
    else if (this.faults.chance('refundAbnormal', 0.4)) refund.status = 'abnormal'
    else Object.assign(refund, { status: 'succeeded', succeededAt: this.now() })
    this.tell(refund)
    if (this.faults.chance('oddRefund', 0.5)) this.payOddly(refund)
  }

  /** Genuine, and not what was asked for: nobody can find it out but by the callback. */
  private payOddly(refund: StatedRefund): void {
    const wechatRefundId = `${refund.wechatRefundId}-odd`
    const succeeded = {
      status: 'succeeded',
      succeededAt: this.now(),
    } as const
    const odd = this.random.pick<Partial<StatedRefund>>([
      { refundNumber: `${refund.refundNumber}-9`, ...succeeded },
      { fen: 1, ...succeeded },
      { merchantId: '1900000999', ...succeeded },
    ])
    const paid = { ...refund, acceptedAt: this.now(), wechatRefundId, ...odd }
    this.accepted.push(paid)
    if (paid.merchantId === merchantId) this.oddFen += paid.fen
    this.tell(paid, true)
  }

  private tell(refund: StatedRefund, stubborn = false): void {
    const eventId = this.callbacks.newEventId()
    this.callbacks.tell({ kind: 'refund', eventId, refund: { ...refund } }, stubborn)
  }

  private now(): string {
    return new Date(this.scheduler.now).toISOString()
  }
}
