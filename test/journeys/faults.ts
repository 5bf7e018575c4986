import type { Route } from 'playwright-core'
import type { Walk } from './walk'

/** How a call goes wrong on the way. In the last two the service has done what it was asked. */
export type Fault = 'offline' | 'down' | 'replyLate' | 'replyLost'
export const faults: readonly Fault[] = ['offline', 'down', 'replyLate', 'replyLost']

const sentences: Record<Fault, string> = {
  offline: '没有网络。连上以后再点一次。',
  down: '医保局的服务，暂时打不开。过一会再试。',
  replyLate: '网络太慢，没等到。再点一次。',
  replyLost: '医保局的服务，暂时打不开。过一会再试。',
}

/** The phone's network settings say whether there is a network; pages that are open already stay open without one. */
const setOnline = (walk: Walk, online: boolean): Promise<void> =>
  walk.page.evaluate((value) => {
    Object.defineProperty(window.navigator, 'onLine', { configurable: true, get: () => value })
  }, online)

interface Broken {
  /** Resolves once a call has met the fault. */
  met: Promise<void>
  mend(): Promise<void>
}

async function breakCalls(walk: Walk, useCase: string, fault: Fault): Promise<Broken> {
  let meet: () => void = () => undefined
  let release: () => void = () => undefined
  const met = new Promise<void>((resolve) => (meet = resolve))
  const released = new Promise<void>((resolve) => (release = resolve))
  const address = `**/api/*/${useCase}`
  const onCall = async (route: Route): Promise<void> => {
    if (fault === 'offline') await route.abort('internetdisconnected')
    if (fault === 'down') await route.fulfill({ status: 500, json: { kind: 'outage' } })
    if (fault === 'replyLost') {
      await route.fetch()
      await route.abort()
    }
    if (fault === 'replyLate') {
      const response = await route.fetch()
      meet()
      await released
      await route.fulfill({ response }).catch(() => undefined)
    }
    meet()
  }
  await walk.page.route(address, onCall)
  if (fault === 'offline') await setOnline(walk, false)
  return {
    met,
    async mend() {
      release()
      await walk.page.unroute(address, onCall)
      if (fault === 'offline') await setOnline(walk, true)
    },
  }
}

/** As long as a page waits for an answer. */
const patienceMs = 15_000

/**
 * Does something while the calls of one use case go wrong, reads the page's sentence about it and `kept`, and mends the
 * network. What comes next must work at once. The walk's clock has to be installed.
 */
export async function meeting(
  walk: Walk,
  fault: Fault,
  useCase: string,
  act: () => Promise<unknown>,
  ...kept: string[]
): Promise<void> {
  const broken = await breakCalls(walk, useCase, fault)
  await act()
  await broken.met
  if (fault === 'replyLate') await walk.page.clock.fastForward(patienceMs)
  await walk.sees(sentences[fault], ...kept)
  await broken.mend()
}
