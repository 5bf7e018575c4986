import type { Payments } from '../../../cloudfunctions/_ports/payments'
import type { Scheduler } from '../engine/scheduler'
import type { Task } from '../engine/step'
import type { Callbacks } from './callbacks'
import type { ScriptedWechat } from './scriptedWechat'

/** The payment port for one invocation: every request is a step, and one without an answer is `unknown`. */
export function paymentsOver(
  wechat: ScriptedWechat,
  callbacks: Callbacks,
  scheduler: Scheduler,
  task: Task,
): Payments {
  const ask = <T>(verb: string, object: string, act: () => T, unknown: T): Promise<T> =>
    scheduler.take(task, { what: 'wechat', verb, object, act, lost: () => unknown })
  return {
    open: (request) =>
      ask('wechat.open', request.orderNumber, () => wechat.open(request), { kind: 'unknown' }),
    query: (number) => ask('wechat.query', number, () => wechat.query(number), { kind: 'unknown' }),
    close: (number) => ask('wechat.close', number, () => wechat.close(number), 'unknown'),
    refund: (request) =>
      ask('wechat.refund', request.refundNumber, () => wechat.refunds.submit(request), { kind: 'unknown' }),
    queryRefund: (number) =>
      ask('wechat.queryRefund', number, () => wechat.refunds.query(number), { kind: 'unknown' }),
    bill: (day) => ask('wechat.bill', day, () => wechat.bill(day), { kind: 'notYet' }),
    readNotification: (raw) => callbacks.read(raw),
  }
}
