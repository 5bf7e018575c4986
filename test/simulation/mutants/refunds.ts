import type { Mutant } from './mutant'

const reserve = 'cloudfunctions/_refunds/reserve.ts'
const arrive = 'cloudfunctions/_refunds/arrive.ts'
const followRefund = 'cloudfunctions/_refunds/followRefund.ts'
const recordRefund = 'cloudfunctions/_refunds/recordRefund.ts'
const entries = 'cloudfunctions/_refunds/refundEntries.ts'
const transferRefund = 'cloudfunctions/staff/transferRefund.ts'

/** Bugs about money on its way back. */
export const refundMutants: readonly Mutant[] = [
  {
    says: 'Whoever applies twice at once breaks the service.',
    file: 'cloudfunctions/_refunds/applyForRefund.ts',
    find: "if (held !== null) return { kind: 'held', refundNumber: held }",
    replace: '',
  },
  {
    says: 'A refund takes hold of nothing of the order’s sum.',
    file: reserve,
    find: 'const reservedFen = order.fields.reservedFen + fen',
    replace: 'const reservedFen = order.fields.reservedFen',
  },
  {
    says: 'A refund of one person gives the whole order back.',
    file: reserve,
    find: 'const fen = chosen.reduce((sum, line) => sum + line.fen, 0)',
    replace: 'const fen = order.fields.fen',
  },
  {
    says: 'After a rejection nobody can apply again.',
    file: reserve,
    find: '(line) => ({ ...line, refundNumber: null })',
    replace: '(line) => ({ ...line })',
  },
  {
    says: 'A rejected refund keeps hold of its sum.',
    file: reserve,
    find: 'reservedFen: order.fields.reservedFen - fen,',
    replace: 'reservedFen: order.fields.reservedFen,',
  },
  {
    says: 'Whoever’s money is back is never free to pay again.',
    file: arrive,
    find: 'await releaseClaim(documents, line.claimId, order.id)',
    replace: '',
  },
  {
    says: 'Money back for one person frees the whole family.',
    file: arrive,
    find: 'if (refund.fields.lines.includes(index)) await letGo',
    replace: 'if (refund.fields.lines.includes(index) || index > 0) await letGo',
  },
  {
    says: 'Money that came too late and goes back frees somebody whom another order holds.',
    file: 'cloudfunctions/_orders/orderRecord.ts',
    find: 'if (claim?.fields.orderNumber !== orderNumber) return',
    replace: 'if (!claim) return',
  },
  {
    says: 'Whoever’s money is back stays enrolled.',
    file: arrive,
    find: 'withdrawnAt: at,',
    replace: 'withdrawnAt: null,',
  },
  {
    says: 'Money that came twice and goes back takes away the enrollment that stands.',
    file: arrive,
    find: ' && enrollment.fields.orderNumber === order.id',
    replace: '',
  },
  {
    says: 'The order does not know that money is back.',
    file: arrive,
    find: 'refundedFen: standing.fields.refundedFen + refund.fields.fen,',
    replace: '',
  },
  {
    says: 'The line does not know that its money is back.',
    file: arrive,
    find: '(line) => ({ ...line, refundedAt: at })',
    replace: '(line) => ({ ...line })',
  },
  {
    says: 'Money that is back is not in the ledger.',
    file: arrive,
    find: 'await post(documents, arrivedEntry(refund, order,',
    replace: 'void (arrivedEntry(refund, order,',
  },
  {
    says: 'What WeChat paid back is in the ledger as a transfer.',
    file: recordRefund,
    find: "{ at: arrivedAt, from: 'wechat' }",
    replace: "{ at: arrivedAt, from: 'treasury' }",
  },
  {
    says: 'WeChat’s word that the money is back moves the refund and nothing else.',
    file: recordRefund,
    find: 'if (arrivedAt !== null) await arrive(',
    replace: 'if (arrivedAt === undefined) await arrive(',
  },
  {
    says: 'Another sum than was asked for counts as the refund.',
    file: recordRefund,
    find: "['orderNumber', 'transactionId', 'fen'] as const",
    replace: "['orderNumber', 'transactionId'] as const",
  },
  {
    says: 'What another merchant paid back counts as ours.',
    file: recordRefund,
    find: "if (stated.merchantId !== settings.merchantId) return 'merchantId'",
    replace: '',
  },
  {
    says: 'What WeChat paid back without being asked is not in the ledger.',
    file: recordRefund,
    find: 'await post(documents, excessEntry(',
    replace: 'void (excessEntry(',
  },
  {
    says: 'A refund that WeChat does not know is never sent again.',
    file: followRefund,
    find: "if (known.kind === 'absent') await send(ports, found)",
    replace: '',
  },
  {
    says: 'A refund is handed over under another number each time.',
    file: followRefund,
    find: 'refundNumber: refund.id,\n    orderNumber,',
    replace: 'refundNumber: `${refund.id}-${ports.clock.now()}`,\n    orderNumber,',
  },
  {
    says: 'WeChat is told that only the refund’s own sum was paid.',
    file: followRefund,
    find: 'paidFen: order.fields.fen,',
    replace: 'paidFen: fen,',
  },
  {
    says: 'Refunds that wait to be handed over are never looked at.',
    file: 'cloudfunctions/jobs/followRefunds.ts',
    find: "['submitted', 'due', 'medicalApproved', 'processing']",
    replace: "['submitted', 'processing']",
  },
  {
    says: 'Only the first person of an order that was paid too late gets the money back.',
    file: 'cloudfunctions/_orders/settleOrder.ts',
    find: 'beginReturn(documents, order, back, {',
    replace: 'beginReturn(documents, order, back.slice(0, 1), {',
  },
  {
    says: 'One person takes every step of a refund.',
    file: 'cloudfunctions/_refunds/hasActed.ts',
    find: '(actor) => actor !== null && own.includes(actor),',
    replace: '(actor) => actor !== null && own.length === 0,',
  },
  {
    says: 'Whoever applied as a resident decides it as one of the staff.',
    file: 'cloudfunctions/_refunds/hasActed.ts',
    find: '...(staff.callerIndex === null ? [] : [`resident:${staff.callerIndex}`])',
    replace: '',
  },
  {
    says: 'Staff act in another county.',
    file: 'cloudfunctions/_staff/scopedStore.ts',
    find: '=== value)',
    replace: '!== null && value !== null)',
  },
  {
    says: 'Any role takes any step.',
    file: 'cloudfunctions/_staff/staffUseCase.ts',
    find: 'roles.includes(ports.staff.role)',
    replace: 'roles.length > 0',
  },
  {
    says: 'A step is taken at whichever desk the refund is.',
    file: 'cloudfunctions/_refunds/actOnRefund.ts',
    find: "if (standing.fields.desk !== desk) return refuse('notAtThisDesk')",
    replace: '',
  },
  {
    says: 'An approved refund stays in the ledger as a fee.',
    file: 'cloudfunctions/staff/approveRefund.ts',
    find: 'await post(documents, owedEntry(approved, order, at))',
    replace: 'void [documents, owedEntry(approved, order, at), post]',
  },
  {
    says: 'A confirmed transfer ends the refund and frees nobody.',
    file: 'cloudfunctions/staff/confirmTransfer.ts',
    find: "also: (documents, refund, at) => arrive(documents, refund, { at, from: 'treasury' }),",
    replace: '',
  },
  {
    says: 'A rejected refund leaves everything held.',
    file: 'cloudfunctions/staff/rejectRefund.ts',
    find: 'await changeOrder(documents, order, unreserve(order, fields.lines, fields.fen))',
    replace: 'void [order, changeOrder, unreserve]',
  },
  {
    says: 'Money goes back on application where the notice gives nothing back.',
    file: 'cloudfunctions/_refunds/whyNoRefund.ts',
    find: "if (rule.kind === 'none') return refuse",
    replace: 'if (rule.kind === undefined) return refuse',
  },
  {
    says: 'A transfer is paid although WeChat may still pay it back.',
    file: transferRefund,
    find: 'if (wasWithWechat(refund) && ',
    replace: 'if (refund.revision === 0 && ',
    test: 'test/cloudfunctions/refunds/byWechat.test.ts',
  },
  {
    says: 'What is owed to a family is in the ledger for its first person only.',
    file: entries,
    find: 'order.fields.lines.filter((_line, index) => fields.lines.includes(index))',
    replace: 'order.fields.lines.filter((_line, index) => fields.lines[0] === index)',
  },
]
