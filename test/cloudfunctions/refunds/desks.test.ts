/** 三个岗位: an application goes from desk to desk; three different people, and two of the finance office. */
import type { AuditEventFields } from '../../../cloudfunctions/_audit/auditRecord'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import { ListRefunds } from '../../../shared/contracts/listRefunds'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { Receipt } from '../../../shared/contracts/receipt'
import { RejectRefund } from '../../../shared/contracts/rejectRefund'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import { newKey } from '../world/payer'
import { all, approved, balances, orderNow, paid, refundNow } from '../world/refunds'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const requested = async (openId: string, region = 'lakeside') => {
  const one = await paid(world, openId, { region })
  return { ...one, refundNumber: replyOf(await one.requestRefund()).refund.number }
}
const refused = (refusal: string) => ({ kind: 'refused', refusal })

test('accepted, approved, transferred, confirmed: back in the ledger, and the person may pay anew', async () => {
  const { ask, start, residentId, orderNumber, refundNumber } = await requested('o-1')
  const [tax, bureau, cashier, second] = await Promise.all([
    world.staff('tax'),
    world.staff('bureau'),
    world.staff('finance'),
    world.staff('finance'),
  ])
  expect(replyOf(await tax(AcceptRefund, { refundNumber })).desk).toBe('bureau')
  expect(await balances(world)).toEqual({ wechat: 40000, contributions: -40000 })
  expect(replyOf(await bureau(ApproveRefund, { refundNumber, way: 'transfer' })).desk).toBe('finance')
  expect(await balances(world)).toEqual({ wechat: 40000, contributions: 0, toReturn: -40000 })
  const voucher = '财退〔2030〕12号'
  expect(replyOf(await cashier(TransferRefund, { refundNumber, voucher })).desk).toBe('confirmation')
  expect(await orderNow(world, orderNumber)).toMatchObject({ refundedFen: 0 })
  expect(replyOf(await second(ConfirmTransfer, { refundNumber })).desk).toBeNull()

  expect(await balances(world)).toEqual({ wechat: 40000, contributions: 0, toReturn: 0, treasury: -40000 })
  expect(await refundNow(world, refundNumber)).toMatchObject({ state: 'confirmed', voucher, way: 'transfer' })
  const order = await orderNow(world, orderNumber)
  expect(order).toMatchObject({ reservedFen: 40000, refundedFen: 40000 })
  expect(order.lines[0]?.refundedAt).toBe((await refundNow(world, refundNumber)).arrivedAt)
  const receipt = replyOf(await ask(Receipt, { orderNumber }))
  expect(receipt.people[0]?.refund).toMatchObject({ stage: 'arrived' })
  expect(replyOf(await ask(MyEnrollments, { residentId })).years[0]).toMatchObject({
    enrolled: false,
    refunded: true,
    paidFen: 40000,
    orderNumber,
  })
  expect((await start({ key: newKey() })).kind).toBe('done')

  const { requestedBy, acceptedBy, decidedBy, transferredBy, confirmedBy } = await refundNow(
    world,
    refundNumber,
  )
  const events = (await all<AuditEventFields>(world, 'auditEvents', 'at')).map(({ fields }) => fields)
  const ofRefund = events.filter(({ object }) => object === `refunds/${refundNumber}`)
  expect(Object.fromEntries(ofRefund.map(({ action, actor }) => [action, actor]))).toEqual({
    refundBegun: requestedBy,
    refundAcceptedByTax: acceptedBy,
    refundApprovedByBureau: decidedBy,
    refundTransferredByFinance: transferredBy,
    refundConfirmedByFinance: confirmedBy,
  })
})

test('a desk sees its own refunds only, the oldest first, with who and how much, and no other name', async () => {
  const tax = await world.staff('tax')
  const first = await requested('o-1')
  const second = await requested('o-2')
  await requested('o-3', 'pondside')
  const { refunds } = replyOf(await tax(ListRefunds, { desk: 'tax' }))
  expect(refunds.map(({ refundNumber }) => refundNumber)).toEqual([first.refundNumber, second.refundNumber])
  expect(refunds[0]).toMatchObject({
    reason: 'duplicate',
    fen: 40000,
    people: [{ name: first.person.name, fen: 40000 }],
    wayStated: null,
    mayAct: true,
  })
  expect(JSON.stringify(refunds)).not.toContain(first.person.idNumber)
  const bureau = await world.staff('bureau')
  expect(replyOf(await bureau(ListRefunds, { desk: 'bureau' })).refunds).toEqual([])
  expect(await bureau(ListRefunds, { desk: 'tax' })).toEqual(refused('notAllowed'))
  replyOf(await tax(AcceptRefund, { refundNumber: first.refundNumber }))
  expect(replyOf(await bureau(ListRefunds, { desk: 'bureau' })).refunds).toHaveLength(1)
})

test('more than a page is read page by page, each refund once', async () => {
  const numbers: string[] = []
  for (let i = 0; i < 23; i += 1) numbers.push((await requested(`o-${i}`)).refundNumber)
  const tax = await world.staff('tax')
  const first = replyOf(await tax(ListRefunds, { desk: 'tax' }))
  const { cursor = '' } = first
  const second = replyOf(await tax(ListRefunds, { desk: 'tax', cursor }))
  const seen = [...first.refunds, ...second.refunds].map(({ refundNumber }) => refundNumber)
  expect(seen).toEqual(numbers)
  expect(second.cursor).toBeUndefined()
})

test('the way back is the notice’s where it states one, else the bureau’s', async () => {
  const tax = await world.staff('tax', { region: 'pondside' })
  const bureau = await world.staff('bureau', { region: 'pondside' })
  const { refundNumber } = await requested('o-1', 'pondside')
  await tax(AcceptRefund, { refundNumber })
  expect(await bureau(ApproveRefund, { refundNumber, way: 'wechat' })).toEqual({
    ...refused('wayStated'),
    details: { way: 'transfer', clauses: ['pondside-2031#七(三)'] },
  })
  expect((await refundNow(world, refundNumber)).state).toBe('taxAccepted')
  expect((await bureau(ApproveRefund, { refundNumber, way: 'transfer' })).kind).toBe('done')
})

describe('三人分离', () => {
  test('whoever applied cannot accept or approve it with their staff account', async () => {
    const { refundNumber } = await requested('o-1')
    const own = await world.staff('tax', { openId: 'o-1' })
    expect(await own(AcceptRefund, { refundNumber })).toEqual(refused('actedAlready'))
    expect(await own(RejectRefund, { refundNumber, rejection: 'other' })).toEqual(refused('actedAlready'))
    expect(replyOf(await own(ListRefunds, { desk: 'tax' })).refunds[0]?.mayAct).toBe(false)
    await (
      await world.staff('tax')
    )(AcceptRefund, { refundNumber })
    const ownBureau = await world.staff('bureau', { openId: 'o-1' })
    expect(await ownBureau(ApproveRefund, { refundNumber, way: 'wechat' })).toEqual(refused('actedAlready'))
    expect((await refundNow(world, refundNumber)).state).toBe('taxAccepted')
  })

  test('one person of finance cannot confirm their own transfer, nor pay out what they applied for', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'transfer')
    const applicant = await world.staff('finance', { openId: 'o-1' })
    const voucher = 'PZ-0001'
    expect(await applicant(TransferRefund, { refundNumber, voucher })).toEqual(refused('actedAlready'))
    const cashier = await world.staff('finance')
    replyOf(await cashier(TransferRefund, { refundNumber, voucher }))
    expect(await cashier(ConfirmTransfer, { refundNumber })).toEqual(refused('actedAlready'))
    expect((await refundNow(world, refundNumber)).state).toBe('transferred')
  })

  test('somebody who moved to another office cannot do the next step as well', async () => {
    const { refundNumber } = await requested('o-1')
    const tax = await world.staff('tax')
    replyOf(await tax(AcceptRefund, { refundNumber }))
    const staffId = (await refundNow(world, refundNumber)).acceptedBy?.replace('staff:', '') ?? ''
    const account = await world.store.get('staffAccounts', staffId)
    await world.store.replace('staffAccounts', staffId, account?.revision ?? 0, {
      ...account?.fields,
      role: 'bureau',
    })
    expect(await tax(ApproveRefund, { refundNumber, way: 'wechat' })).toEqual(refused('actedAlready'))
  })
})

describe('a step', () => {
  test('asked again after its answer was lost is answered the same; saying something else it is not', async () => {
    const { refundNumber } = await requested('o-1')
    const tax = await world.staff('tax')
    const bureau = await world.staff('bureau')
    expect(await tax(AcceptRefund, { refundNumber })).toEqual(await tax(AcceptRefund, { refundNumber }))
    const approve = (way: 'wechat' | 'transfer') => bureau(ApproveRefund, { refundNumber, way })
    expect(await approve('transfer')).toEqual(await approve('transfer'))
    expect(await approve('wechat')).toEqual(refused('notAtThisDesk'))
  })

  test('by two colleagues at once is done by one of them', async () => {
    const { refundNumber } = await requested('o-1')
    const colleagues = await Promise.all([world.staff('tax'), world.staff('tax'), world.staff('tax')])
    const outcomes = await Promise.all(colleagues.map((tax) => tax(AcceptRefund, { refundNumber })))
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toEqual(Array(2).fill(refused('notAtThisDesk')))
  })

  test('out of turn does nothing', async () => {
    const { refundNumber } = await requested('o-1')
    const [bureau, finance] = await Promise.all([world.staff('bureau'), world.staff('finance')])
    const early = refused('notAtThisDesk')
    expect(await bureau(ApproveRefund, { refundNumber, way: 'wechat' })).toEqual(early)
    expect(await bureau(RejectRefund, { refundNumber, rejection: 'other' })).toEqual(early)
    expect(await finance(TransferRefund, { refundNumber, voucher: 'PZ-0001' })).toEqual(early)
    expect(await finance(ConfirmTransfer, { refundNumber })).toEqual(early)
  })

  test('of a refund WeChat pays back is none of finance’s business', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    const finance = await world.staff('finance')
    expect(await finance(TransferRefund, { refundNumber, voucher: 'PZ-0001' })).toEqual(
      refused('notAtThisDesk'),
    )
    expect(replyOf(await finance(ListRefunds, { desk: 'finance' })).refunds).toEqual([])
  })

  test('without a voucher’s number is no transfer', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'transfer')
    const finance = await world.staff('finance')
    for (const voucher of ['', '   ', 'x', '12\n34', 'a'.repeat(41)])
      expect(await finance(TransferRefund, { refundNumber, voucher })).toEqual(refused('badRequest'))
  })
})

describe('rejected', () => {
  test.each(['tax', 'bureau'] as const)(
    'by %s: nothing is owed, and the person may apply again',
    async (role) => {
      const one = await requested('o-1')
      const { refundNumber } = one
      if (role === 'bureau') await (await world.staff('tax'))(AcceptRefund, { refundNumber })
      const officer = await world.staff(role)
      replyOf(await officer(RejectRefund, { refundNumber, rejection: 'papersMissing' }))
      expect(await balances(world)).toEqual({ wechat: 40000, contributions: -40000 })
      expect(await orderNow(world, one.orderNumber)).toMatchObject({ reservedFen: 0, refundedFen: 0 })
      const receipt = replyOf(await one.ask(Receipt, { orderNumber: one.orderNumber }))
      expect(receipt.people[0]?.refund).toMatchObject({ stage: 'rejected', rejection: 'papersMissing' })
      expect(replyOf(await one.ask(MyEnrollments, one)).years[0]).toMatchObject({ enrolled: true })

      const again = replyOf(await one.requestRefund('moved')).refund
      expect(again.number).not.toBe(refundNumber)
      expect(await officer(RejectRefund, { refundNumber, rejection: 'other' })).toEqual(
        refused('notAtThisDesk'),
      )
      expect((await refundNow(world, again.number)).state).toBe('requested')
    },
  )
})
