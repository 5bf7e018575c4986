import type { Page } from 'playwright-core'
import { violations } from '../browser/axe'
import { overflowAtLargeText } from '../browser/overflow'

/** What experience.md asks of every screen, as found on the one that stands. All lists are empty where all is well. */
export interface Faults {
  axe: string[]
  /** At 320 px with text half as large again. */
  overflow: string[]
  /** Too small to hit: 48 px, the solid button 60 px. */
  small: string[]
  nameless: string[]
  /** Solid buttons beyond the one a screen may have. */
  solid: string[]
}

export const noFaults: Faults = { axe: [], overflow: [], small: [], nameless: [], solid: [] }

interface Target {
  name: string
  width: number
  height: number
  solid: boolean
}

/** Everything on the screen that takes a tap. */
function targets(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const indigo = 'rgb(23, 63, 107)'
    const controls = 'button, a[href], input:not([type=hidden]), select, textarea, [role=button]'
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => box.width > 0 && getComputedStyle(element).visibility !== 'hidden')
      .map(({ element, box }) => ({
        name:
          element.getAttribute('aria-label') ??
          (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent) ??
          '',
        width: Math.round(box.width * 10) / 10,
        height: Math.round(box.height * 10) / 10,
        solid: getComputedStyle(element).backgroundColor === indigo && !element.closest('.hero, nav'),
      }))
  })
}

/** Looks a screen over by the rules that hold for all of them. */
export async function lookOver(page: Page): Promise<Faults> {
  const found = await targets(page)
  const solid = found.filter((target) => target.solid)
  return {
    axe: (await violations(page)).map(({ rule, elements }) => `${rule}: ${elements.join(' | ')}`),
    overflow: await overflowAtLargeText(page),
    small: found
      .filter(({ width, height, solid: primary }) => width < 48 || height < (primary ? 60 : 48))
      .map(({ name, width, height }) => `“${name}” ${width} × ${height}`),
    nameless: found
      .filter(({ name }) => name.trim() === '')
      .map(({ width, height }) => `${width} × ${height}`),
    solid: solid.slice(1).map(({ name }) => name),
  }
}
