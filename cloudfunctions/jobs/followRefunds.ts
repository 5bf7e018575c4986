/**
 * 退费: hands to WeChat what is to go back that way, and follows it until WeChat says how it ended. What WeChat has not taken
 * yet comes first: what it has taken ends by a callback too.
 */
import { errorLine } from '../_ports/errorLine'
import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { followRefund } from '../_refunds/followRefund'
import type { Refund, RefundFields } from '../_refunds/refundRecord'
import type { RefundState } from '../_refunds/refundStates'

const pageSize = 100

const inTurn: readonly RefundState[] = ['submitted', 'due', 'medicalApproved', 'processing']

/**
 * How many refunds were looked at. A refund that fails does not stop the others. `seconds` is how long it may take,
 * `atOnce` how many refunds are asked about at the same time.
 */
export async function followRefunds(
  ports: ServicePorts,
  { seconds, atOnce }: { seconds: number; atOnce: number } = { seconds: Infinity, atOnce: 8 },
): Promise<{ looked: number }> {
  const counts = { looked: 0 }
  const until = Date.parse(ports.clock.now()) + seconds * 1000
  const inTime = (): boolean => Date.parse(ports.clock.now()) < until
  for (const state of inTurn)
    for await (const page of pagesOf<RefundFields>(ports.store, 'refunds', {
      where: { desk: 'wechat', state },
      sort: { field: 'requestedAt', order: 'ascending' },
      limit: pageSize,
    })) {
      if (!inTime()) break
      await severalAtOnce(page, atOnce, (refund) => follow(ports, refund, counts), inTime)
    }
  if (counts.looked > 0) ports.log.info({ event: 'refundsFollowed', ...counts })
  return counts
}

async function follow(ports: ServicePorts, refund: Refund, counts: { looked: number }): Promise<void> {
  counts.looked += 1
  try {
    await followRefund(ports, refund)
  } catch (thrown) {
    ports.log.alarm({ event: 'refundNotFollowed', refundNumber: refund.id, ...errorLine(thrown) })
  }
}
