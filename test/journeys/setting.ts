import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch'
import { people } from './people'
import { startService, type Service } from './startService'
import { startWalk, type Walk } from './walk'

/** What every journey has: a service on its day, and somebody on their way. Both are new for each test. */
export interface Setting {
  readonly service: Service
  readonly walk: Walk
  readonly browser: Browser
}

/**
 * Sets up one browser for the file, a service on `today` and a walk for each test, and ends them; a walk's faults and
 * leaks fail its test.
 */
export function setting(today: string): Setting {
  let browser: Browser
  let service: Service
  let walk: Walk
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    service = await startService(today)
    walk = await startWalk(browser, service, ...Object.values(people))
  })
  afterEach(async () => {
    await walk.end().finally(() => service.end())
  })
  return {
    get browser() {
      return browser
    },
    get service() {
      return service
    },
    get walk() {
      return walk
    },
  }
}
