import type { Assessment } from '../../shared/rules/assessment'
import { civilDayOf, endOfDay } from '../_ports/clock'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { shortestMs } from '../_orders/orderRecord'
import { valuesOf } from '../_orders/valuesOf'
import { assessResident, type Answers } from '../_residents/assessResident'
import type { Payee } from './draftOrder'
import { whyNotHere } from './whyNotHere'

/**
 * Until when an order made now may be paid: so many minutes, but not past midnight (Asia/Shanghai) where the rules of the
 * next day give anybody another sum or another cover. Undefined where midnight is too near for an order at all.
 */
export async function payableUntil(
  ports: Ports,
  payees: readonly Payee[],
  policy: PolicyInForce,
  answers: Answers,
): Promise<string | undefined> {
  const now = Date.parse(ports.clock.now())
  const usual = new Date(now + ports.settings.orderMinutes * 60_000).toISOString()
  const lastDay = civilDayOf(usual)
  if (lastDay === ports.clock.today()) return usual
  for (const { resident, assessment } of payees) {
    const then = await assessResident(ports, resident, policy, answers, lastDay)
    if (!sameOffer(assessment, then.assessment)) {
      const midnight = endOfDay(ports.clock.today())
      return Date.parse(midnight) - now < shortestMs ? undefined : midnight
    }
  }
  return usual
}

const sameOffer = (today: Assessment, then: Assessment): boolean =>
  !whyNotHere(then) &&
  (['due', 'coverageFrom', 'coverageTo'] as const).every(
    (part) => String(valuesOf<unknown>(today[part])) === String(valuesOf<unknown>(then[part])),
  )
