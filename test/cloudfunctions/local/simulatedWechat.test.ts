import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBill } from '../../../cloudfunctions/_days/readBill'
import { startLocalService, type RunningLocalService } from '../../../cloudfunctions/_local/startLocalService'
import { freePort } from '../../freePort'
import { paymentKeys } from '../../paymentKeys'
import { opened, refundRequest, request } from '../wechatpay/startSimulator'

const folder = mkdtempSync(join(tmpdir(), 'mingbai wechat '))
let service: RunningLocalService

const start = async () => {
  const port = await freePort()
  service = await startLocalService({
    folder,
    port,
    residents: 1,
    client: folder,
    paymentKeys: paymentKeys(),
  })
}

beforeAll(start)
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

test('what was paid and returned is still known after a restart, and stands in the bill of its day', async () => {
  const { payments, clock } = service.ports
  const expiresAt = new Date(Date.parse(clock.now()) + 600_000).toISOString()
  const prepayId = await opened(payments, request('bills-0001', { expiresAt }))
  await service.simulator.decide(prepayId, 'confirmWithoutCallback')
  const refunded = await payments.refund(refundRequest('bills-0001-1', 'bills-0001', { fen: 4000 }))
  expect(refunded).toMatchObject({ kind: 'accepted', refund: { status: 'processing' } })
  await service.simulator.endRefund('bills-0001-1', 'SUCCESS', false)
  const day = clock.today()

  await service.stop()
  await start()
  expect(await service.ports.payments.query('bills-0001')).toMatchObject({ kind: 'paid' })
  expect(await service.ports.payments.queryRefund('bills-0001-1')).toMatchObject({
    refund: { status: 'succeeded', fen: 4000 },
  })
  service.clock.setDay('2030-01-01')
  const bill = await service.ports.payments.bill(day)
  expect(bill.kind === 'bill' && readBill(bill.text)).toMatchObject({
    rows: [
      { kind: 'payment', orderNumber: 'bills-0001', fen: 13000 },
      { kind: 'refund', refundNumber: 'bills-0001-1', fen: 4000 },
    ],
  })
})
