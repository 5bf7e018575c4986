import type { Mutant } from './mutant'

const take = 'cloudfunctions/_counter/takeCounterPayment.ts'
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
    find: "else await documents.insert('claims', claimId, taken)",
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
    file: takeBack,
    find: 'await endEnrollment(documents, payment, at)',
    replace: '',
  },
  {
    says: 'Taken back, a counter payment goes on holding the claim.',
    file: takeBack,
    find: 'await freeClaim(documents, payment)',
    replace: '',
  },
  {
    says: 'Taken back, a counter payment stays in the town’s day.',
    file: takeBack,
    find: 'await book(documents, cipher, till, bookedOn, fields, -1)',
    replace: 'void book',
  },
]
