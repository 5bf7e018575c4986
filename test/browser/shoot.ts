import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where screenshots go; ignored by git. */
export const outputDirectory = join(__dirname, '..', '.output')

/** The widths every screen is looked at: the narrowest phone, a common phone, a desk. */
const widths = [320, 375, 1280]

/** How to look at a screen. `setCare` switches care mode (关怀模式) on or off; without it, one mode is taken. */
export interface Shooting {
  widths?: number[]
  setCare?: (page: Page, on: boolean) => Promise<void>
}

/** How tall all of the page is: Taro's pages scroll inside themselves, which a full-page picture does not see. */
function fullHeight(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('.taro_page')].map((it) => it.scrollHeight),
    ),
  )
}

async function shootWidths(page: Page, name: string, wanted: number[]): Promise<string[]> {
  const files: string[] = []
  for (const width of wanted) {
    const height = width < 600 ? 667 : 800
    await page.setViewportSize({ width, height })
    await page.setViewportSize({ width, height: Math.max(height, await fullHeight(page)) })
    const file = join(outputDirectory, `${name}-${width}.png`)
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
    files.push(file)
  }
  return files
}

/**
 * Takes full-page screenshots of the page as it stands at every width, in both modes where `setCare` is given, into
 * `test/.output/<name>[-care]-<width>.png`. The viewport is put back. Returns the files.
 */
export async function shoot(page: Page, name: string, how: Shooting = {}): Promise<string[]> {
  mkdirSync(outputDirectory, { recursive: true })
  const before = page.viewportSize()
  const wanted = how.widths ?? widths
  const files = await shootWidths(page, name, wanted)
  if (how.setCare) {
    await how.setCare(page, true)
    files.push(...(await shootWidths(page, `${name}-care`, wanted)))
    await how.setCare(page, false)
  }
  if (before) await page.setViewportSize(before)
  return files
}
