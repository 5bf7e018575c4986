import { record } from './record'
import { setting } from './setting'

const here = setting('2023-11-20')

/** A slow phone on a village's network: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms there and back. */
test('the first screen on a slow phone', async () => {
  const { walk, service } = here
  const session = await walk.context.newCDPSession(walk.page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const started = Date.now()
  await walk.page.goto(service.origin, { waitUntil: 'commit' })
  await walk.sees('先看要付多少')
  const ms = Date.now() - started
  record('first-screen', { ms, bytes, requests: walk.requests.length })
  expect(bytes).toBeLessThan(400 * 1024)
})
