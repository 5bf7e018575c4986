/** What a phone was told, held against what is true at WeChat. */
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { RequestOf } from '../../../shared/contracts/contract'
import type { StartPayment } from '../../../shared/contracts/startPayment'
import { assess } from '../../../shared/rules/assess'
import { idNumberOfResident, people } from '../scene/people'
import { policies } from '../scene/places'
import type { Sight } from './books'
import { dayInShanghai } from './dayInShanghai'

/** Nobody has two orders that could both be paid for one person and year, whoever holds them and in whatever county. */
export function onePayableOrderPerPerson(
  sight: Sight,
  handed: readonly string[],
  orderNumber: string,
): string[] {
  if (!sight.wechat.isPayable(orderNumber)) return []
  const own = new Set(peopleOf(sight, orderNumber))
  return handed.flatMap((other) =>
    other !== orderNumber &&
    sight.wechat.isPayable(other) &&
    peopleOf(sight, other).some((person) => own.has(person))
      ? [`${orderNumber} and ${other} can both be paid`]
      : [],
  )
}

const orderIn = ({ versions }: Sight, orderNumber: string): OrderFields | undefined =>
  versions.latest('orders', orderNumber)?.fields as OrderFields | undefined

const peopleOf = (sight: Sight, orderNumber: string): string[] =>
  orderIn(sight, orderNumber)?.lines.map(({ residentId }) => idNumberOfResident(residentId)) ?? []

/** What a phone is given to pay is the caller's own order, for the people and the sums its page showed, in whatever order. */
export function boughtWhatWasAsked(
  sight: Sight,
  orderNumber: string,
  callerIndex: string,
  { people: asked }: RequestOf<typeof StartPayment>,
): string[] {
  const order = orderIn(sight, orderNumber)
  const shown = asked
    .map(({ residentId, expectFen }) => `${residentId} ${expectFen}`)
    .sort()
    .join()
  const bought = order?.lines
    .map(({ residentId, fen }) => `${residentId} ${fen}`)
    .sort()
    .join()
  if (order?.callerIndex !== callerIndex) return [`${orderNumber} is somebody else's`]
  return shown === bought ? [] : [`${orderNumber} buys ${bought} instead of ${shown}`]
}

/** A phone is told `paid` only of an order that was paid, and `closed` only of one that nobody can pay. */
export function toldTheTruth({ wechat }: Sight, orderNumber: string, state: string): string[] {
  const order = wechat.orders.get(orderNumber)
  if (state === 'paid' || state === 'paidLate')
    return order?.payment ? [] : [`${orderNumber} was called ${state}`]
  if (state === 'closed')
    return wechat.saidClosed.has(orderNumber) ? [] : [`${orderNumber} was called closed`]
  return []
}

/**
 * What WeChat takes for an order made here is what everybody on it owes on that day by the table the order names: nobody
 * pays who owes nothing, is insured elsewhere or is outside a phase that takes money.
 */
export function takenAsOwed(sight: Sight, orderNumber: string, paidAt: string): string[] {
  const order = orderIn(sight, orderNumber)
  if (!order) return [`${orderNumber} was never made`]
  return order.lines.flatMap((line) => {
    const owed = owedBy(line.residentId, order.tableHash, dayInShanghai(paidAt))
    return owed === line.fen
      ? []
      : [`${line.residentId} paid ${line.fen} of ${owed ?? 'nothing'} on ${paidAt}`]
  })
}

const known = new Map<string, number | undefined>()

/** Fen, by the table of that hash; undefined where no money may be taken. */
export function owedBy(residentId: string, tableHash: string, day: string): number | undefined {
  const key = `${residentId} ${tableHash} ${day}`
  if (known.has(key)) return known.get(key)
  const person = people.find((one) => one.residentId === residentId)
  const table = [...policies.first.all(), ...policies.amended.all()].find(
    ({ hash }) => hash === tableHash,
  )?.table
  const assessment = person && table && assess(table, person.facts, day)
  const owed =
    assessment?.decision === 'mayEnroll' && assessment.due.kind === 'stated' && assessment.due.value > 0
      ? assessment.due.value
      : undefined
  known.set(key, owed)
  return owed
}
