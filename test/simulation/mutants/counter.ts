import type { Mutant } from './mutant'

const take = 'cloudfunctions/_counter/takeCounterPayment.ts'
const endCover = 'cloudfunctions/_counter/endCover.ts'
const counterRefunds = 'cloudfunctions/_refunds/counterRefunds.ts'
const settle = 'cloudfunctions/_counter/settleReversal.ts'
const takeBack = 'cloudfunctions/_counter/takeBackCounterPayment.ts'

/** Bugs at the counter: money that comes by another door than the phone. */
export const counterMutants: readonly Mutant[] = [
  {
    says: 'A counter enrolls somebody whom an order holds, so that both are paid.',
    file: take,
    find: 'if (holder) return held(holder)',
    replace: '',
  },
  {
    says: 'A counter payment enrolls, and leaves the claim to whoever pays next.',
    file: take,
    find: "await putOver(documents, 'claims', claimId, claim, taken)",
    replace: '',
  },
  {
    says: 'A receipt that stands is entered once more for somebody else.',
    file: take,
    find: "return isSame(before.fields, draft, entry) ? { kind: 'taken', payment: before } : held('receiptUsed')",
    replace: "return { kind: 'taken', payment: before }",
    test: 'test/cloudfunctions/counter/recordCounterPayment.test.ts',
  },
  {
    says: 'Taken back, a counter payment goes on enrolling.',
    file: endCover,
    find: 'await endEnrollment(documents, payment, at)',
    replace: '',
  },
  {
    says: 'Taken back, a counter payment goes on holding the claim.',
    file: endCover,
    find: 'await letClaimGo(documents, payment)',
    replace: '',
  },
  {
    says: 'Taken back, a counter payment stays in the town’s day.',
    file: takeBack,
    find: 'await book(documents, cipher, { region, town }, bookedOn, fields, -1)',
    replace: 'void book',
  },
  {
    says: 'Reversed, a counter payment goes on enrolling and holding.',
    file: settle,
    find: 'await endCover(documents, payment, at)',
    replace: 'void endCover',
  },
  {
    says: 'A reversal stands in no day, so that the town’s account never hears of it.',
    file: settle,
    find: 'await bookReversal(documents, cipher, till, date, fields)',
    replace: 'void bookReversal',
  },
  {
    says: 'A reversal is taken out of the day that was added up, in place of standing in today’s.',
    file: settle,
    find: 'const date = await openDayFor(documents, cipher, till, { paidOn: today, today })',
    replace: 'const date = fields.bookedOn ?? today; void openDayFor',
  },
  {
    says: 'The money is back, and the counter payment goes on enrolling and holding.',
    file: counterRefunds,
    find: 'await endCover(documents, payment, at)',
    replace: 'void endCover',
  },
  {
    says: 'Two ask for the money of one counter payment, and both get it.',
    file: counterRefunds,
    find: "if (payment.fields.refundNumber !== null)\n      return { kind: 'held', refundNumber: payment.fields.refundNumber }\n    if (!isAtRest(payment.fields)) return",
    replace: "if (payment.fields.state !== 'entered') return",
  },
  {
    says: 'A counter payment whose money is asked back is reversed meanwhile.',
    file: 'cloudfunctions/_counter/counterPaymentRecord.ts',
    find: ' && refundNumber === null',
    replace: '',
  },
  {
    says: 'After a rejection nobody can ask for the money of a counter payment again.',
    file: counterRefunds,
    find: '{ refundNumber: null, rejectedRefund: refund.id },',
    replace: '{ rejectedRefund: refund.id },',
    test: 'test/cloudfunctions/refunds/counterRefunds.test.ts',
  },
  {
    says: 'What was paid at a counter is sent to WeChat to be paid back.',
    file: 'cloudfunctions/_refunds/wayStated.ts',
    find: 'if (fields.counterPayment !== null)',
    replace: 'if (fields.counterPayment === undefined)',
    test: 'test/cloudfunctions/refunds/counterRefunds.test.ts',
  },
  {
    says: 'Whoever asks for a reversal confirms it.',
    file: 'cloudfunctions/staff/decideReversal.ts',
    find: "if (decision === 'confirmed' && askedBy === staffId) return refuse('ownAsking')",
    replace: 'void askedBy',
  },
  {
    says: 'A declined reversal takes the payment down all the same.',
    file: settle,
    find: "if (event === 'confirmed') {",
    replace: "if (event !== 'taken') {",
    test: 'test/cloudfunctions/counter/reversals.test.ts',
  },
  {
    says: 'What was reversed is taken back once more.',
    file: 'cloudfunctions/_counter/counterPaymentRecord.ts',
    find: "state === 'entered' && reversal === null",
    replace: "state === 'entered'",
    test: 'test/cloudfunctions/counter/reversals.test.ts',
  },
]
