import type { Page } from 'playwright-core'

export interface Target {
  name: string
  x: number
  y: number
  width: number
  height: number
  /** The one thing to do on this screen. */
  solid: boolean
}

/** Everything on the screen that takes a tap. */
export function targets(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const indigo = 'rgb(23, 63, 107)'
    const controls = 'button, a[href], input:not([type=hidden]), select, textarea, [role=button]'
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => box.width > 0 && getComputedStyle(element).visibility !== 'hidden')
      .map(({ element, box }) => ({
        name:
          element.getAttribute('aria-label') ??
          (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? element.labels?.[0]?.textContent
            : element.textContent) ??
          '',
        x: box.x,
        y: box.y,
        width: Math.round(box.width * 10) / 10,
        height: Math.round(box.height * 10) / 10,
        solid: getComputedStyle(element).backgroundColor === indigo && !element.closest('.hero, nav'),
      }))
  })
}

/** The two that stand closest, and the room between them in px; undefined for fewer than two. */
export function closest(all: readonly Target[]): { px: number; between: string } | undefined {
  return all
    .flatMap((one, index) => all.slice(index + 1).map((other) => between(one, other)))
    .filter(({ px }) => px >= 0)
    .sort((one, other) => one.px - other.px)[0]
}

const between = (one: Target, other: Target) => ({
  px: Math.round(gapOf(one, other) * 10) / 10,
  between: `${one.name} | ${other.name}`,
})

/** Negative where one lies in the other. */
const gapOf = (one: Target, other: Target): number =>
  Math.max(
    Math.max(one.x - (other.x + other.width), other.x - (one.x + one.width)),
    Math.max(one.y - (other.y + other.height), other.y - (one.y + one.height)),
  )
