import type { Mutant } from './mutant'

const settleOrder = 'cloudfunctions/_orders/settleOrder.ts'
const notify = 'cloudfunctions/payment-notify/receiveNotification.ts'
const follow = 'cloudfunctions/_orders/followOrder.ts'
const openOrder = 'cloudfunctions/_orders/openOrder.ts'

/** Bugs about what becomes of money that WeChat took. */
export const settlingMutants: readonly Mutant[] = [
  {
    says: 'A payment is recorded again each time it is heard of.',
    file: settleOrder,
    find: 'if (standing.fields.transactionId !== null)\n',
    replace: 'if (standing.fields.transactionId === undefined)\n',
  },
  {
    says: 'Any sum pays an order.',
    file: settleOrder,
    find: "if (payment.fen !== order.fields.fen) return 'fen'",
    replace: '',
  },
  {
    says: 'A sum that is too high pays an order.',
    file: settleOrder,
    find: 'payment.fen !== order.fields.fen',
    replace: 'payment.fen < order.fields.fen',
  },
  {
    says: 'Money that another merchant took pays our order.',
    file: settleOrder,
    find: "if (payment.merchantId !== settings.merchantId) return 'merchantId'",
    replace: '',
  },
  {
    says: 'Money that another app took pays our order.',
    file: settleOrder,
    find: "if (payment.appId !== settings.appId) return 'appId'",
    replace: '',
  },
  {
    says: 'Money that is not what was asked for is dropped without a trace.',
    file: settleOrder,
    find: "await documents.insert('quarantine', paymentId(payment), { ...payment, mismatch })",
    replace: 'await documents.insert("alarms", paymentId(payment), { mismatch })',
  },
  {
    says: 'Quarantined money is not in the ledger.',
    file: settleOrder,
    find: 'await post(documents, entryOf(ports, payment, order?.fields.region ?? null, [aside]))',
    replace: 'entryOf(ports, payment, order?.fields.region ?? null, [aside])',
  },
  {
    says: 'The ledger counts what another merchant took.',
    file: settleOrder,
    find: 'if (payment.merchantId !== ports.settings.merchantId) return\n',
    replace: '',
  },
  {
    says: 'A payment is not in the ledger.',
    file: settleOrder,
    find: 'await post(documents, entryOf(ports, payment, order.fields.region, postings))',
    replace: 'entryOf(ports, payment, order.fields.region, postings)',
  },
  {
    says: 'The ledger forgets everybody but the first of a family.',
    file: settleOrder,
    find: 'const postings = order.fields.lines.map(',
    replace: 'const postings = order.fields.lines.slice(0, 1).map(',
  },
  {
    says: 'Money that must go back is in the ledger as a fee.',
    file: settleOrder,
    find: "account: goesBack ? 'toReturn' : 'contributions'",
    replace: "account: goesBack ? 'contributions' : 'contributions'",
  },
  {
    says: 'A wrong entry is let into the ledger.',
    file: 'cloudfunctions/_ledger/ledgerRecord.ts',
    find: 'if (sumOf(entry.postings) !== 0) throw',
    replace: 'entry.postings[0]!.fen += 1; if (sumOf(entry.postings) === 0) throw',
  },
  {
    says: 'A day begins at midnight in London.',
    file: 'cloudfunctions/_ports/clock.ts',
    find: 'new Date(Date.parse(instant) + beijingOffsetMs)',
    replace: 'new Date(Date.parse(instant))',
  },
  {
    says: 'Money that came after closing stays.',
    file: settleOrder,
    find: "if (state === 'late') return lines.map((_line, index) => index)",
    replace: "if (state === 'late') return []",
  },
  {
    says: 'A payment that comes after closing finds no way in the table.',
    file: 'cloudfunctions/_orders/orderStates.ts',
    find: "closed: { paymentStated: 'late' },",
    replace: 'closed: {},',
  },
  {
    says: 'A closed order that is paid counts as paid, although its people may pay again.',
    file: 'cloudfunctions/_orders/orderStates.ts',
    find: "closed: { paymentStated: 'late' },",
    replace: "closed: { paymentStated: 'paid' },",
  },
  {
    says: 'WeChat is answered before the payment is recorded.',
    file: notify,
    find: 'await settleOrder(ports, read.payment, read.eventId)',
    replace: 'void settleOrder(ports, read.payment, read.eventId).catch(() => undefined)',
  },
  {
    says: 'WeChat is told that all is well although nothing was recorded.',
    file: notify,
    find: 'return { status: 500 }',
    replace: 'return { status: 200 }',
  },
  {
    says: 'What WeChat says when asked is not recorded.',
    file: follow,
    find: "if (state.kind !== 'paid') return order",
    replace: 'if (state.kind) return order',
  },
  {
    says: 'The poller leaves orders alone that somebody wants closed.',
    file: 'cloudfunctions/_orders/bringUpToDate.ts',
    find: "openStates: readonly OrderState[] = ['closing', 'prepaid', 'created']",
    replace: "openStates: readonly OrderState[] = ['prepaid', 'created']",
  },
  {
    says: 'The poller leaves orders alone that were never opened.',
    file: 'cloudfunctions/jobs/followOpenOrders.ts',
    find: 'const walks = openStates.map(',
    replace: 'const walks = openStates.slice(0, 2).map(',
  },
  {
    says: 'An order whose time is over is never closed.',
    file: 'cloudfunctions/_orders/bringUpToDate.ts',
    find: "followed.fields.state === 'closing' || isExpired(followed, ports.clock.now())",
    replace: "followed.fields.state === 'closing'",
  },
  {
    says: 'An order may be paid for its usual time, whatever midnight changes.',
    file: 'cloudfunctions/resident/payableUntil.ts',
    find: 'if (!sameOffer(assessment, then.assessment)) {',
    replace: 'if (then === undefined) {',
  },
  {
    says: 'The sum is decided for one day and how long it may be paid for another.',
    file: 'cloudfunctions/resident/startPayment.ts',
    find: 'clock: standingAt(ports.clock.now())',
    replace: 'clock: ports.clock',
  },
  {
    says: 'An order is opened so late that WeChat lets it be paid on the next day.',
    file: openOrder,
    find: 'if (isTooLateToOpen(order, ports.clock.now()))',
    replace: 'if (order.revision === 0)',
  },
  {
    says: 'The phone’s sum is charged, whatever is owed.',
    file: 'cloudfunctions/resident/startPayment.ts',
    find: 'const fen = dueOf(assessment)\n',
    replace: 'const fen = people[index]?.expectFen ?? 0\n',
  },
  {
    says: 'A page that is stale is charged a surprise.',
    file: 'cloudfunctions/resident/startPayment.ts',
    find: 'if (fen !== people[index]?.expectFen || policy.hash !== tableHash)',
    replace: 'if (people[index] === undefined)',
  },
  {
    says: 'Money is taken from whoever asks, whatever the rules say.',
    file: 'cloudfunctions/resident/startPayment.ts',
    find: 'if (stop) return',
    replace: 'if (stop && people.length > 8) return',
  },
  {
    says: 'A repeated request opens another sum.',
    file: openOrder,
    find: 'fen: order.fields.fen,',
    replace: 'fen: order.fields.lines[0]?.fen ?? 0,',
  },
]
