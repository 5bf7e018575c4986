/** What undid a payment is asked of the year it was for: a receipt lives on, and may tell of another year by then. */
import { counterPaymentOf, paymentBehind } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import { undoneOf, wasMistake } from '../../../cloudfunctions/_counter/undoneOf'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { EnterCounterPayment, WithdrawCounterPayment } from '../../../shared/contracts/counterPayments'
import { replyOf } from '../world/startWorld'
import { startTills } from './tills'

test('a receipt taken back, entered anew for the other year of the same person and refunded there: the first year stays a mistake', async () => {
  const town = '东样镇'
  const { world, first } = await startTills(town)
  try {
    const { residentId } = await world.addPerson({ region: 'lakeside', town })
    const said = { receipt: 'GZ-1', fen: 40000, paidOn: '2030-11-20', papersSeen: [] }
    const entry = { ...said, residentId, coverageYear: 2031, channel: 'townAgent' }
    const { paymentId } = replyOf(await first(EnterCounterPayment, entry)).payment
    replyOf(await first(WithdrawCounterPayment, { paymentId, reason: 'otherDetail' }))
    const payment = await counterPaymentOf(world.store, paymentId)
    const year = await world.store.get<EnrollmentFields>('enrollments', yearId(residentId, 2031))
    if (!payment || !year) throw new Error('nothing was entered')

    const anew = { ...payment.fields, coverageYear: 2030, state: 'refunded' as const }
    await world.store.replace('counterPayments', paymentId, payment.revision, anew)

    const undone = await undoneOf(world.store, year, await paymentBehind(world.store, year))
    expect(undone).toMatchObject({ as: { how: 'withdrawn', reason: 'otherDetail' }, fen: 40000 })
    expect(wasMistake(year, undone)).toBe(true)
  } finally {
    await world.stop()
  }
})
