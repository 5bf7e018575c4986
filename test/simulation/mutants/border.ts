import type { Mutant } from './mutant'

const adapters = 'cloudfunctions/_adapters'
const tests = 'test/cloudfunctions'

/** Bugs where the service meets WeChat, the database and the departments: past the ports, so tests must find them. */
export const borderMutants: readonly Mutant[] = [
  {
    says: 'Every callback is genuine, whoever signed it.',
    file: `${adapters}/wechatpay/verifySignature.ts`,
    find: "return isGenuine ? 'genuine' : 'signature'",
    replace: "return isGenuine === undefined ? 'signature' : 'genuine'",
    test: `${tests}/wechatpay/notifications.test.ts`,
  },
  {
    says: 'A callback may be as old as it likes.',
    file: `${adapters}/wechatpay/verifySignature.ts`,
    find: "if (!isFresh) return 'stale'",
    replace: 'void isFresh',
    test: `${tests}/wechatpay/notifications.test.ts`,
  },
  {
    says: 'A serial nobody knows gets any key there is.',
    file: `${adapters}/wechatpay/verifySignature.ts`,
    find: "platformKeys.get(headers['wechatpay-serial'])",
    replace: "platformKeys.get(headers['wechatpay-serial']) ?? [...platformKeys.values()][0]",
    test: `${tests}/wechatpay/notifications.test.ts`,
  },
  {
    says: 'The tag of a sealed callback is not compared.',
    file: `${adapters}/wechatpay/openResource.ts`,
    find: 'Buffer.concat([plain, decipher.final()])',
    replace: 'Buffer.concat([plain])',
    test: `${tests}/wechatpay/notifications.test.ts`,
  },
  {
    says: 'A reply about another order is the answer.',
    file: `${adapters}/wechatpay/queryPayment.ts`,
    find: 'if (reply.data.out_trade_no !== orderNumber || ',
    replace: 'if (',
    test: `${tests}/wechatpay/payments.test.ts`,
  },
  {
    says: 'WeChat’s “the payer is typing” counts as closed.',
    file: `${adapters}/wechatpay/closePayment.ts`,
    find: "answer.status === 204 ? 'closed' : 'unknown'",
    replace: "answer.status >= 200 ? 'closed' : 'unknown'",
    test: `${tests}/wechatpay/payments.test.ts`,
  },
  {
    says: 'A refund is given up because WeChat has no money at hand.',
    file: `${adapters}/wechatpay/refundPayment.ts`,
    find: 'passingCodes.has(answer.code) ?',
    replace: 'passingCodes.has(`never ${answer.code}`) ?',
    test: `${tests}/wechatpay/refunds.test.ts`,
  },
  {
    says: 'A bill need not be the file that WeChat signed for.',
    file: `${adapters}/wechatpay/downloadBill.ts`,
    find: 'if (sha1 !== statement.data.hash_value.toLowerCase())',
    replace: 'if (statement.data.hash_value === sha1.toUpperCase())',
    test: `${tests}/wechatpay/bills.test.ts`,
  },
  {
    says: 'A bill whose totals say something else is taken.',
    file: 'cloudfunctions/_days/readBill.ts',
    find: "if (!agrees) throw new BillError('disagrees', totals.row)",
    replace: 'void agrees',
    test: `${tests}/days/readBill.test.ts`,
  },
  {
    says: 'A payment whose sum differs from the bill’s is no difference.',
    file: 'cloudfunctions/_days/compareDay.ts',
    find: 'if (payment?.fen === there.fen) continue',
    replace: 'if (payment) continue',
    test: `${tests}/days/balance.test.ts`,
  },
  {
    says: 'A day waits for its bill, however late it gets.',
    file: 'cloudfunctions/_days/advanceDay.ts',
    find: 'return ports.clock.now() < asItIsFrom ? day : send(ports, day, false)',
    replace: 'return asItIsFrom ? day : send(ports, day, false)',
    test: `${tests}/days/balance.test.ts`,
  },
  {
    says: 'A name in a file is a formula that runs.',
    file: 'cloudfunctions/_exports/csvLine.ts',
    find: "? `'${text}` : text",
    replace: '? text : text',
    test: `${tests}/days/detailFile.test.ts`,
  },
  {
    says: 'What is sealed opens in another place.',
    file: `${adapters}/keys/createCipher.ts`,
    find: '`v2.body.${context}`',
    replace: '`v2.body.${context.length * 0}`',
    test: `${tests}/keys/cipher.test.ts`,
  },
  {
    says: 'Whoever knows an ID number needs no name.',
    file: 'cloudfunctions/_residents/recogniseResident.ts',
    find: 'return stored && sameName ?',
    replace: 'return stored && sameName !== undefined ?',
    test: `${tests}/identify.test.ts`,
  },
  {
    says: 'Attempts are counted and never refused.',
    file: 'cloudfunctions/_limits/countAttempt.ts',
    find: '(counts[i] ?? 0) >= limit.atMost',
    replace: '(counts[i] ?? 0) > limit.atMost * 1_000_000',
    test: `${tests}/identify.test.ts`,
  },
  {
    says: 'A commit whose answer is lost is taken for a conflict and done again.',
    file: `${adapters}/cloudbase/storeTransaction.ts`,
    find: "if (isConflict(error)) return 'conflict'",
    replace: "if (isConflict(error) || error) return 'conflict'",
    test: `${tests}/store/cloudbaseTrouble.test.ts`,
  },
  {
    says: 'A transaction on SQLite lands over what somebody else wrote meanwhile.',
    file: `${adapters}/embedded/sqliteTransaction.ts`,
    find: 'if (!unchanged(tableFor, sights)) return false',
    replace: '',
    test: `${tests}/store/sqliteStore.test.ts`,
  },
  {
    says: 'An outage is logged with its message, whatever it quotes.',
    file: 'cloudfunctions/_ports/errorLine.ts',
    find: 'return { error: thrown.name, code, where }',
    replace: 'return { error: thrown.message, code, where }',
    test: `${tests}/useCase.test.ts`,
  },
]
