import { call } from '../../client/src/api/call'
import { Identify } from '../../shared/contracts/identify'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { answer, serve } from './service'

const request = { orderNumber: 'SD2411200042' }

test('without a network, the caller is told and nothing is thrown', async () => {
  const online = jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  serve()
  expect(await call(PaymentStatus, request)).toEqual({ kind: 'unreached', why: 'offline' })
  online.mockRestore()
})

test('a service that does not answer is not blamed on the network', async () => {
  serve()
  expect(await call(PaymentStatus, request)).toEqual({ kind: 'unreached', why: 'down' })
})

test('an outage is an answer that did not come', async () => {
  serve(answer(PaymentStatus, () => ({ kind: 'outage' })))
  expect(await call(PaymentStatus, request)).toEqual({ kind: 'unreached', why: 'down' })
})

test('a reply that does not keep the contract is not believed', async () => {
  serve({ paymentStatus: () => ({ kind: 'done', reply: { orderNumber: 'SD2411200042', state: 'PAID' } }) })
  expect(await call(PaymentStatus, request)).toEqual({ kind: 'unreached', why: 'down' })
})

test('a refusal comes through with its details', async () => {
  serve(answer(Identify, () => ({ kind: 'refused', refusal: 'notRecognised' })))
  const asked = {
    region: 'shandan',
    name: '王样例',
    idNumber: '1',
    relation: 'self' as const,
    consent: 'person-1' as const,
  }
  expect(await call(Identify, asked)).toEqual({ kind: 'refused', refusal: 'notRecognised' })
})

test('a service that stays silent is given up after 15 seconds', async () => {
  jest.useFakeTimers()
  globalThis.fetch = () => new Promise<never>(() => undefined)
  const answered = call(PaymentStatus, request)
  await jest.advanceTimersByTimeAsync(15_000)
  expect(await answered).toEqual({ kind: 'unreached', why: 'slow' })
  jest.useRealTimers()
})
