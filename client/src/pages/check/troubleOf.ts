import { outages } from '../../texts/outages'
import { check as words } from '../../texts/check'
import { sumInline } from '../../texts/figures'
import { result } from '../../texts/result'
import { refusalSentence } from '../Unanswered'
import type { Started } from './startPaying'

type NotStarted = Exclude<Started, { kind: 'done' }>

/** The service sees another account than this page: it is fetched again, and who cannot be paid for is left out. */
export const outdated: ReadonlySet<string> = new Set([
  'priceChanged',
  'mayNotEnroll',
  'amountNotStated',
  'nothingDue',
  'payElsewhere',
  'notFound',
])

/**
 * One clear sentence for each way a payment may not begin; nothing has been paid in any of them. `nameOf` says whom a
 * refusal is about.
 */
export function troubleOf(started: NotStarted, nameOf: (residentId: unknown) => string): readonly string[] {
  if (started.kind === 'unreached') return [outages.unreached[started.why], words.tryAgain]
  const { refusal, details } = started
  const name = nameOf(details?.residentId)
  switch (refusal) {
    case 'priceChanged':
      return typeof details?.fen === 'number'
        ? [words.priceChanged(name, sumInline(details.fen)), words.priceChangedTell]
        : [words.priceChangedTell]
    case 'orderExists':
      return [words.orderElsewhere(name)]
    case 'mayNotEnroll':
      return [words.notNow(name), ...reasonsSaid(details?.reasons), words.nothingTaken]
    case 'amountNotStated':
      return [words.notNow(name), words.sumUnstated, words.nothingTaken]
    case 'nothingDue':
      return [words.notNow(name), result.nothingDue, words.nothingTaken]
    case 'payElsewhere':
      return [words.notNow(name), words.elsewhere, words.nothingTaken]
    case 'paymentsDown':
      return [words.paymentsDown]
    case 'dayEnding':
      return [words.dayEnding]
    case 'severalPlaces':
      return [words.severalPlaces]
    case 'orderClosed':
    case 'keyReused':
      return [words.tryAgain]
    default:
      return [refusalSentence(refusal)]
  }
}

const reasonsSaid = (codes: unknown): string[] =>
  (Array.isArray(codes) ? codes : []).flatMap((code) =>
    typeof code === 'string' && code in result.reasons
      ? [result.reasons[code as keyof typeof result.reasons]]
      : [],
  )
