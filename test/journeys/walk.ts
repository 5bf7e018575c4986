import type { Browser, BrowserContext, Page } from 'playwright-core'
import { shoot } from '../browser/shoot'
import { lookOver, noFaults, type Faults } from './lookOver'
import type { Person } from './people'
import { record } from './record'
import { screenFigures } from './screenFigures'
import type { Service } from './startService'

export interface Request {
  method: string
  url: string
  body: string
}

/** One resident with a phone of 375 px: what they tapped and typed, and what their browser asked for. */
export interface Walk {
  page: Page
  context: BrowserContext
  requests: Request[]
  /** Screens in order, by their addresses' page names. */
  screens: string[]
  taps: number
  fields: number
  /** Opens an address of the app; without one, its home. */
  open(address?: string): Promise<void>
  /** Taps what has exactly that accessible name. */
  tap(name: string | RegExp): Promise<void>
  choose(name: string | RegExp): Promise<void>
  type(label: string, text: string): Promise<void>
  /** Waits until words are to be read. */
  sees(...words: (string | RegExp)[]): Promise<void>
  /** All words on the screen. */
  text(): Promise<string>
  /** Looks the screen over and takes its picture; what is wrong with it is told at the end. */
  look(screen: string): Promise<void>
  /** Ends the walk. @throws with the faults of the screens looked at, and with what leaked about a person. */
  end(): Promise<void>
}

const pictured = new Set<string>()

/** Six pictures a screen take as long as the walk itself: `npm test` looks at screens without keeping them. */
const keepsPictures = process.env.PICTURES !== 'none'

/** Contrast, room and lines of every text are read for `npm run measure`; `npm test` asks only whether a screen has faults. */
const keepsFigures = process.env.FIGURES !== 'none'

const setCare = (page: Page, on: boolean): Promise<void> =>
  page.evaluate(
    (scale) => {
      for (const frame of document.querySelectorAll<HTMLElement>('.frame'))
        frame.style.setProperty('--k', String(scale))
    },
    on ? 22 / 18 : 1,
  )

const screenOf = (url: string): string =>
  /#\/(?:pages|more)\/(.+?)\/index/.exec(url)?.[1] ?? (new URL(url).pathname === '/' ? 'home' : 'wechat')

/** Sends somebody to the service; `secrets` are the people whose names and numbers must not leak. */
export async function startWalk(browser: Browser, service: Service, ...secrets: Person[]): Promise<Walk> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const requests: Request[] = []
  const screens: string[] = []
  const spilled: string[] = []
  const seen: (Faults & { screen: string })[] = []
  const secretWords = secrets.flatMap(({ name, idNumber }) => [name, idNumber])
  const watch = (where: string, text: string) => {
    const plain = decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25'))
    if (secretWords.some((word) => plain.includes(word))) spilled.push(`${where}: ${plain}`)
  }

  context.on('request', (request) => {
    watch('url', request.url())
    requests.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' })
  })
  page.on('framenavigated', (frame) => {
    watch('url', frame.url())
    const screen = screenOf(frame.url())
    if (frame.url().startsWith('http') && screens.at(-1) !== screen) screens.push(screen)
  })
  page.on('console', (message) => watch('console', message.text()))

  const walk: Walk = {
    page,
    context,
    requests,
    screens,
    taps: 0,
    fields: 0,
    async open(address = '') {
      await page.goto(`${service.origin}/${address}`)
    },
    async tap(name) {
      await page.getByRole('button', { name, exact: true }).click()
      walk.taps += 1
    },
    async choose(name) {
      await page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name })).click()
      walk.taps += 1
    },
    async type(label, text) {
      await page.getByLabel(label, { exact: true }).fill(text)
      walk.fields += 1
    },
    async sees(...words) {
      for (const word of words) {
        const found = page.getByText(word).filter({ visible: true }).first()
        await found.waitFor().catch(async () => {
          throw new Error(`“${String(word)}” is not to be read; there is:\n${await walk.text()}`)
        })
      }
    },
    text: () => page.locator('body').innerText(),
    async look(screen) {
      await page.evaluate(() => document.fonts.ready)
      const faults = await lookOver(page)
      seen.push({ screen, ...faults })
      if (keepsFigures) record(`screens/${screen}`, await screenFigures(page, faults))
      if (!keepsPictures || pictured.has(screen)) return
      pictured.add(screen)
      await shoot(page, `screens/${screen}`, { setCare })
    },
    async end() {
      watch('title', await page.title())
      watch('storage', await page.evaluate(() => JSON.stringify(localStorage)))
      watch('log', service.log())
      await context.close()
      expect({ spilled, seen: seen.map(({ screen, ...faults }) => [screen, faults]) }).toEqual({
        spilled: [],
        seen: seen.map(({ screen }) => [screen, noFaults]),
      })
    },
  }
  return walk
}
