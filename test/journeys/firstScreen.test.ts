import { record } from './record'
import { setting } from './setting'
import { startWalk } from './walk'

const here = setting('2023-11-20')

/** As first opened on a slow phone on a village's network: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms there and back. */
async function firstScreen(): Promise<{ ms: number; bytes: number; requests: number }> {
  const { service, browser } = here
  const walk = await startWalk(browser, service)
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
  const requests = walk.requests.length
  await walk.end()
  return { ms, bytes, requests }
}

const times = 5

test('the first screen on a slow phone', async () => {
  // The service has answered once before.
  await here.walk.open()
  const opened = []
  for (let time = 0; time < times; time += 1) opened.push(await firstScreen())
  const [median] = opened.sort((one, other) => one.ms - other.ms).slice(Math.floor(times / 2))
  record('first-screen', { ...median, all: opened.map(({ ms }) => ms) })
})
