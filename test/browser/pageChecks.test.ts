import { existsSync, statSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { violations } from './axe'
import { outOfReach } from './keyboard'
import { launchBrowser } from './launch'
import { overflowAtLargeText, overflowing } from './overflow'
import { shoot } from './shoot'

jest.setTimeout(60_000)

describe('looking at a page', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 375, height: 667 } })
  })
  afterAll(() => browser.close())

  const show = (body: string) =>
    page.setContent(
      `<html lang="zh"><head><title>页</title></head><body><main><h1>明白账</h1>${body}</main></body></html>`,
    )

  test('axe finds nothing wrong with a plain page', async () => {
    await show('<button>缴费</button>')
    expect(await violations(page)).toEqual([])
  })

  test('axe names a button without a name and grey text short of 7:1', async () => {
    await show('<button></button><p style="color:#767676">截止</p>')
    const rules = (await violations(page)).map((violation) => violation.rule)
    expect(rules.sort()).toEqual(['button-name', 'color-contrast-enhanced'])
  })

  test('a page that only overflows with large text is caught, and put back as it was', async () => {
    await show('<p style="width:250px;white-space:nowrap;font-size:18px">标准三百八十元资助三百一</p>')
    expect(await overflowing(page)).toEqual([])
    expect(await overflowAtLargeText(page)).not.toEqual([])
    expect(await overflowing(page)).toEqual([])
    expect(page.viewportSize()).toEqual({ width: 375, height: 667 })
  })

  test('text cut off by its own box is an overflow too', async () => {
    await show('<p style="width:90px;overflow:hidden;white-space:nowrap">标准三百八十元资助三百一十元</p>')
    expect(await overflowing(page)).toHaveLength(1)
  })

  test('a page that wraps fits at 320 px and large text', async () => {
    await show(
      '<p style="font-size:18px">标准三百八十元，资助三百一十元，现在付七十元，明年一月起享受待遇。</p>',
    )
    expect(await overflowAtLargeText(page)).toEqual([])
  })

  test('what the Tab key passes by, what shows no ring there, and what lies below something is named', async () => {
    await show(`<style>:focus-visible { outline: 3px solid #13202c }</style><button>一</button><input id="two"><button tabindex="-1">三</button><button style="outline:none">四</button>
      <button style="outline:3px solid #eee">五</button><div style="position:relative"><button>六</button>
      <div style="position:absolute;inset:0;background:#fff"></div></div>
      <div role="radiogroup"><button role="radio">七</button><button role="radio" tabindex="-1">八</button></div>
      <div style="width:90px;overflow:auto"><p style="width:300px">九</p></div><button>十</button>`)
    const faults = ['“三” is not come to', '“四” shows no ring', '“五” shows no ring', '“六” is hidden']
    expect(await outOfReach(page)).toEqual(faults)
    await page.focus('#two')
    expect(await outOfReach(page)).toEqual(faults)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('two')
  })

  test('screenshots are taken at every width in both modes', async () => {
    const modes: boolean[] = []
    const setCare = (_: Page, on: boolean) => Promise.resolve(void modes.push(on))
    const files = await shoot(page, 'browser-self-test', { setCare })
    expect(files).toHaveLength(6)
    expect(files.every((file) => existsSync(file) && statSync(file).size > 0)).toBe(true)
    expect(modes).toEqual([true, false])
  })
})
