/**
 * 支付通知、退款通知: WeChat says that something was paid or paid back. Believed only if WeChat signed it, recorded before it is answered.
 * Any status but 2xx makes WeChat send it again.
 */
import type { RawNotification } from '../_ports/payments'
import { errorLine } from '../_ports/errorLine'
import type { ServicePorts } from '../_ports/ports'
import { settleOrder } from '../_orders/settleOrder'
import { recordRefund } from '../_refunds/recordRefund'

export interface NotificationAnswer {
  status: 200 | 401 | 500
}

/**
 * 200: recorded, or kept aside for a person to look at because it is genuine but not what was asked for ·
 * 401: not WeChat's word · 500: not recorded, send again.
 */
export async function receiveNotification(
  raw: RawNotification,
  ports: ServicePorts,
): Promise<NotificationAnswer> {
  try {
    const read = ports.payments.readNotification(raw, ports.clock.now())
    switch (read.kind) {
      case 'rejected':
        ports.log.alarm({ event: 'notificationRejected', reason: read.reason })
        return { status: 401 }
      case 'other':
        await ports.store.insert('inbox', read.eventId, { eventType: read.eventType })
        return { status: 200 }
      case 'refund':
        await recordRefund(ports, read.refund, read.eventId)
        return { status: 200 }
      case 'paid':
        await settleOrder(ports, read.payment, read.eventId)
        return { status: 200 }
    }
  } catch (thrown) {
    ports.log.alarm({ event: 'notificationFailed', ...errorLine(thrown) })
    return { status: 500 }
  }
}
