import type { Callbacks } from './createCallbacks'
import type { Shop } from './shop'
import type { RefundEnd, SimulatedRefund } from './simulatedRefund'

export interface Refunds {
  /** Takes up a refund that was just accepted. */
  begin(refund: SimulatedRefund): Promise<void>
  /** Ends a refund under way; `tells` false: and the callback never comes. False if none is under way by that number. */
  end(refundNumber: string, state: RefundEnd, tells?: boolean): Promise<boolean>
  /** Takes up what was under way when the process ended. */
  resume(): void
  stop(): void
}

/** Lets refunds arrive after so many milliseconds; `byHand`: only when somebody ends them. */
export function createRefunds(shop: Shop, callbacks: Callbacks, delay: number | 'byHand'): Refunds {
  const timers = new Set<NodeJS.Timeout>()

  const end: Refunds['end'] = async (refundNumber, state, tells = true) => {
    const refund = shop.refunds.byNumber(refundNumber)
    if (refund?.state !== 'PROCESSING') return false
    const tellable = tells && refund.notifyUrl !== undefined
    const ended: SimulatedRefund = {
      ...refund,
      state,
      endedAt: shop.now().toISOString(),
      notice: { eventId: crypto.randomUUID(), state: tellable ? 'due' : 'withheld' },
    }
    await shop.refunds.put(ended)
    if (tellable) callbacks.tellRefund(ended)
    return true
  }

  const arriveLater = (refundNumber: string, milliseconds: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void end(refundNumber, 'SUCCESS')
    }, milliseconds)
    timers.add(timer)
  }

  return {
    async begin({ refundNumber }) {
      if (delay === 'byHand') return
      if (delay === 0) await end(refundNumber, 'SUCCESS')
      else arriveLater(refundNumber, delay)
    },
    end,
    resume() {
      const refunds = shop.refunds.all()
      refunds.filter(({ notice }) => notice?.state === 'due').forEach(callbacks.tellRefund)
      if (delay === 'byHand') return
      for (const { state, refundNumber } of refunds)
        if (state === 'PROCESSING') arriveLater(refundNumber, delay)
    },
    stop: () => timers.forEach(clearTimeout),
  }
}
