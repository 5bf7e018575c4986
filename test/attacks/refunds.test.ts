/** Attacks on refunds (payments.md, attack list): two at once, and one where the notice gives nothing back. */
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { openedOf, startTarget, type Target } from './target'

let target: Target
afterEach(() => target.stop())

/** Somebody whose fee is paid and recorded. */
async function paidFor(region: string, coverageYear: number, known: Partial<RosterPerson> = {}) {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(region, known), coverageYear)
  const { orderNumber, prepayId, fen } = openedOf(await phone.ask('startPayment', request))
  await phone.decide(prepayId, 'confirm')
  await target.service.simulator.settled()
  return { phone, orderNumber, fen, residentId: request.people[0]?.residentId ?? '' }
}

const orderOf = async (orderNumber: string) =>
  (
    await target.service.ports.store.get<{ reservedFen: number; refundedFen: number; fen: number }>(
      'orders',
      orderNumber,
    )
  )?.fields

test('two refunds asked for at once, and twenty: one refund, and never more than was paid', async () => {
  target = await startTarget('2023-11-20')
  const { phone, orderNumber, residentId, fen } = await paidFor('shandan', 2024)
  const request = { orderNumber, residentId, reason: 'moved' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => phone.ask('requestRefund', request)))
  expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  for (const answer of answers.filter(({ kind }) => kind === 'refused'))
    expect(answer.refusal).toBe('refundExists')
  expect(await target.documents('refunds', 'requestedAt')).toHaveLength(1)
  expect(await orderOf(orderNumber)).toMatchObject({ fen, reservedFen: fen, refundedFen: 0 })
})

test('a refund of somebody else’s order is the same answer as of none, to the byte', async () => {
  target = await startTarget('2023-11-20')
  const { orderNumber, residentId } = await paidFor('shandan', 2024)
  const stranger = await paidFor('shandan', 2024)
  const missing = { orderNumber: 'NOSUCHORDER123456789', residentId, reason: 'moved' }
  const answer = await stranger.phone.raw('requestRefund', { orderNumber, residentId, reason: 'moved' })
  expect(answer).toEqual(await stranger.phone.raw('requestRefund', missing))
  expect(await target.documents('refunds', 'requestedAt')).toHaveLength(0)
})

test('where the notice gives nothing back, nothing is begun, and the clause is named', async () => {
  target = await startTarget('2020-11-20')
  const { phone, orderNumber, residentId } = await paidFor('dongxiang', 2021, { lastCovered: 2020 })
  for (const reason of ['duplicate', 'employee', 'moved', 'deceased', 'other']) {
    const answer = await phone.ask('requestRefund', { orderNumber, residentId, reason })
    expect(answer).toMatchObject({ kind: 'refused', refusal: 'noRefund' })
    expect(answer.details?.clauses).toEqual(expect.arrayContaining(['dongxiang-2021#三']))
  }
  expect(await target.documents('refunds', 'requestedAt')).toHaveLength(0)
  expect(await orderOf(orderNumber)).toMatchObject({ reservedFen: 0, refundedFen: 0 })
})
