/** Somebody with a phone: pays for some of the family, again and again, gives up, asks, and taps twice. */
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import { cancelPayment } from '../../../cloudfunctions/resident/cancelPayment'
import { paymentStatus } from '../../../cloudfunctions/resident/paymentStatus'
import { requestRefund } from '../../../cloudfunctions/resident/requestRefund'
import { startPayment } from '../../../cloudfunctions/resident/startPayment'
import type { Outcome, ReplyOf } from '../../../shared/contracts/contract'
import type { StartPayment } from '../../../shared/contracts/startPayment'
import type { Task } from '../engine/step'
import { boughtWhatWasAsked, takenAsOwed, toldTheTruth } from '../invariants/phone'
import { familyRequest, strangersRequest, type PayRequest } from './familyRequest'
import type { Caller } from './people'
import { rosterMeets } from './roster'
import { crashed, type World } from './world'

type Started = ReplyOf<typeof StartPayment>

const second = 1000
const minute = 60 * second

export class Guardian {
  /** Numbers this phone has seen. */
  private readonly orders: string[] = []
  private readonly asked: PayRequest[] = []
  private readonly task: Task

  constructor(
    private readonly world: World,
    private readonly caller: Caller,
  ) {
    this.task = { name: caller.openId, dead: false }
  }

  async live(deeds: number): Promise<void> {
    const { random } = this.world
    // Mostly everybody begins at once: two who want the same person meet then.
    if (random.chance(0.7)) await this.start(this.newRequest())
    for (let deed = 0; deed < deeds; deed++) {
      await this.wait(random.pick([2 * second, 2 * minute, 15 * minute]))
      await this.act()
    }
  }

  private act(): Promise<void> {
    const { random } = this.world
    if (this.orders.length === 0 || random.chance(0.4)) return this.start(this.newRequest())
    const deed = random.weighted<() => Promise<void>>([
      [() => this.cancel(), 3],
      [() => this.look(), 3],
      [() => this.spy(), 1],
      [() => this.tapTwice(), 2],
      [() => this.wantItBack(), 4],
    ])
    return deed()
  }

  private async start(request: PayRequest): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const outcome = await this.askToPay(request)
      if (outcome?.kind === 'done') return this.started(request, outcome.reply)
      if (outcome?.kind === 'refused' && outcome.refusal !== 'paymentsDown') return this.refused(outcome)
      if (this.world.random.chance(0.4)) return
      await this.wait(30 * second)
    }
  }

  private async askToPay(request: PayRequest): Promise<Outcome<typeof StartPayment> | undefined> {
    const outcome = await this.world.ask('startPayment', this.caller.openId, (ports) =>
      startPayment.answer(request, ports),
    )
    return outcome === crashed ? undefined : outcome
  }

  private async started(request: PayRequest, reply: Started): Promise<void> {
    const { books } = this.world
    const { orderNumber } = reply
    this.orders.push(orderNumber)
    if (reply.kind === 'alreadyPaid') return this.told(orderNumber, 'paid')
    const { index } = this.caller
    books.check('boughtWhatWasAsked', boughtWhatWasAsked(books.sight, orderNumber, index, request))
    books.handed(orderNumber)
    this.decide(orderNumber, reply.invocation.package.slice('prepay_id='.length))
    if (this.world.random.chance(0.3)) await this.cancel()
    else if (this.world.random.chance(0.5)) await this.look()
  }

  /** Pays at once, later, at the last moment, or not at all. */
  private decide(orderNumber: string, prepayId: string): void {
    const { random, scheduler, wechat } = this.world
    const order = wechat.orders.get(orderNumber)
    if (!order || random.chance(0.2)) return
    const left = Math.max(0, order.expiresAt - scheduler.now)
    const atLast = left - Math.min(left, second * random.next())
    const after = random.pick([second * random.next(), 5 * second, 3 * minute, left * random.next(), atLast])
    scheduler.after(after, () => this.pay(orderNumber, prepayId))
  }

  private pay(orderNumber: string, prepayId: string): void {
    const { books, wechat } = this.world
    this.world.note(`${this.caller.openId} confirms ${orderNumber}`)
    wechat.pay(prepayId, ({ paidAt }) => {
      books.check('takenAsOwed', takenAsOwed(books.sight, orderNumber, paidAt))
      rosterMeets(this.world, orderNumber)
    })
  }

  private refused({ details }: Extract<Outcome<typeof StartPayment>, { kind: 'refused' }>): void {
    const { books, wechat } = this.world
    const named = details?.orderNumber
    if (typeof named !== 'string') return
    const payer = wechat.orders.get(named)?.request.payerOpenId ?? this.caller.openId
    if (payer !== this.caller.openId)
      books.check('foreignIsAbsent', [`${this.caller.openId} heard of ${named}`])
    this.orders.push(named)
  }

  private async cancel(): Promise<void> {
    const orderNumber = this.world.random.pick(this.orders)
    const state = await this.stateAfter('cancelPayment', orderNumber)
    if (state !== undefined) this.told(orderNumber, state)
  }

  private async look(): Promise<void> {
    const orderNumber = this.world.random.pick(this.orders)
    const state = await this.stateAfter('paymentStatus', orderNumber)
    if (state !== undefined) this.told(orderNumber, state)
  }

  /** Asks for one person's money back, sometimes twice at once. */
  private async wantItBack(): Promise<void> {
    const { world } = this
    const { random } = world
    const orderNumber = random.pick(this.orders)
    const order = world.versions.latest('orders', orderNumber)?.fields as OrderFields | undefined
    const known: readonly { residentId: string }[] = order?.lines ?? []
    const { residentId } = random.pick(random.chance(0.9) ? [...known, ...known] : this.caller.family)
    const reason = random.pick(['duplicate', 'moved'] as const)
    const ask = () =>
      world.ask('requestRefund', this.caller.openId, (ports) =>
        requestRefund.answer({ orderNumber, residentId, reason }, ports),
      )
    await Promise.all(random.chance(0.3) ? [ask(), ask()] : [ask()])
  }

  private async stateAfter(name: 'cancelPayment' | 'paymentStatus', orderNumber: string) {
    const useCase = name === 'cancelPayment' ? cancelPayment : paymentStatus
    const outcome = await this.world.ask(name, this.caller.openId, (ports) =>
      useCase.answer({ orderNumber }, ports),
    )
    return outcome !== crashed && outcome.kind === 'done' ? outcome.reply.state : undefined
  }

  /** Somebody else's order is as absent as one that does not exist, and nobody pays for a stranger. */
  private async spy(): Promise<void> {
    const { random, wechat, books } = this.world
    const { openId, family } = this.caller
    const foreign = [...wechat.orders.values()].find(({ request }) => request.payerOpenId !== openId)
    const seen =
      foreign && random.chance(0.6)
        ? await this.stateAfter(random.pick(['cancelPayment', 'paymentStatus']), foreign.request.orderNumber)
        : (await this.askToPay(strangersRequest(this.world, family, this.newKey())))?.kind === 'done'
    if (seen) books.check('foreignIsAbsent', [`${openId} reached what is not theirs`])
  }

  /** The same request twice at once; or its key with another body. */
  private async tapTwice(): Promise<void> {
    const { random } = this.world
    const request = this.asked.length > 0 ? random.pick(this.asked) : this.newRequest()
    const again = random.chance(0.5) ? request : { ...this.newRequest(), key: request.key }
    await Promise.all([this.start(request), this.start(again)])
  }

  private newRequest(): PayRequest {
    const request = familyRequest(this.world, this.caller.family, this.newKey())
    this.asked.push(request)
    return request
  }

  /** Two phones may make the same key; it is the caller who tells them apart. */
  private newKey(): string {
    return `00000000-0000-4000-8000-${String(this.asked.length).padStart(12, '0')}`
  }

  private told(orderNumber: string, state: string): void {
    const { books } = this.world
    books.check('toldTheTruth', toldTheTruth(books.sight, orderNumber, state))
  }

  private wait(most: number): Promise<void> {
    const { scheduler, random } = this.world
    return scheduler.pause(this.task, Math.floor(random.next() * most))
  }
}
