import type { Browser, Page } from 'playwright-core'
import { systemChromium } from './chromium'
import { launchBrowser } from './launch'

jest.setTimeout(60_000)

/** A picture of one character on white; equal pictures are equal glyphs. */
async function picture(page: Page, character: string): Promise<string> {
  await page.setContent(
    `<html lang="zh"><body style="margin:0;font:48px sans-serif">${character}</body></html>`,
  )
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 80 } })
  return shot.toString('base64')
}

async function expectChineseToRender(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const unassigned = await picture(page, '\u0378')
  const middle = await picture(page, '中')
  const country = await picture(page, '国')
  const blank = await picture(page, '\u00a0')
  expect(new Set([unassigned, middle, country, blank]).size).toBe(4)
  // The missing-glyph box is the same for every character without a glyph, so the comparison can tell.
  expect(await picture(page, '\u0379')).toBe(unassigned)
}

describe('a browser of the machine', () => {
  const installed = systemChromium()
  const found = installed ? 'is started and renders Chinese' : 'is absent, and the packaged one stands in'
  test(found, async () => {
    const browser = await launchBrowser()
    await expectChineseToRender(browser)
    await browser.close()
  })
})

describe('the packaged browser', () => {
  test('renders Chinese, and starts twice at once', async () => {
    const browsers = await Promise.all([launchBrowser({}), launchBrowser({})])
    await Promise.all(browsers.map(expectChineseToRender))
    await Promise.all(browsers.map((browser) => browser.close()))
  })
})

test('a browser named in CHROME_PATH that does not start is an error, not a silent replacement', async () => {
  await expect(launchBrowser({ CHROME_PATH: '/nonexistent/chromium' })).rejects.toThrow()
})
