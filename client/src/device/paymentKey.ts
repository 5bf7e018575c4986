import { newKey } from './newKey'
import { forget, keep, kept } from './storage'

/** The same people in whatever order are the same payment. */
const key = (people: readonly string[], coverageYear: number) =>
  `paymentKey:${[...people].sort().join('.')}:${coverageYear}`

/** The shape the service takes for a client's key. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The key of one intended payment, for just these people: made once, kept over reloads, and sent again whatever happens
 * in between. It is what makes two taps, two tabs and a reload one order.
 */
export function paymentKey(people: readonly string[], coverageYear: number): string {
  const before = kept(key(people, coverageYear))
  if (typeof before === 'string' && uuid.test(before)) return before
  const made = newKey()
  keep(key(people, coverageYear), made)
  return made
}

/** Only once the service says that the order of this key is closed, or for good. */
export const dropPaymentKey = (people: readonly string[], coverageYear: number): void =>
  forget(key(people, coverageYear))
