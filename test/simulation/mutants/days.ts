import type { Mutant } from './mutant'

/** Bugs about the day: what the bill tells, and what the departments get. */
export const dayMutants: readonly Mutant[] = [
  {
    says: 'A payment that only WeChat’s bill knows of is left to a person.',
    file: 'cloudfunctions/_days/reconcileDay.ts',
    find: "if (kind === 'paymentUnknownHere' && orderNumber !== null) {",
    replace: "if (kind === 'paymentUnknownHere' && orderNumber === '') {",
    test: 'test/cloudfunctions/days/balance.test.ts',
  },
  {
    says: 'No answer from a department counts as received.',
    file: 'cloudfunctions/_days/pushDay.ts',
    find: "if (answer !== 'unknown') departments[department] = { state: answer, at: ports.clock.now() }",
    replace:
      "departments[department] = { state: answer === 'unknown' ? 'received' : answer, at: ports.clock.now() }",
  },
  {
    says: 'Other content is sent under the version that was sent before.',
    file: 'cloudfunctions/_days/pushDay.ts',
    find: 'return hashOf(content) === sha256',
    replace: 'return sha256',
  },
  {
    says: 'A day is done once it was sent, whether it balances or not.',
    file: 'cloudfunctions/_days/advanceDay.ts',
    find: 'settled: day.fields.reconciled',
    replace: 'settled: true',
  },
  {
    says: 'What is found for a day that was sent already corrects nothing.',
    file: 'cloudfunctions/_days/noteEntries.ts',
    find: 'if (counted === day.fields.counted) return\n',
    replace: 'if (counted >= 0) return\n',
    test: 'test/cloudfunctions/days/balance.test.ts',
  },
  {
    says: 'A refund that was approved is missing in the collection detail.',
    file: 'cloudfunctions/_days/collectionDetail.ts',
    find: "const fees = fields.postings.filter(({ account }) => account === 'contributions')",
    replace:
      "const fees = fields.postings.filter(({ account, fen }) => account === 'contributions' && fen < 0)",
  },
]
