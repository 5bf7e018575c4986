import type { Page } from 'playwright-core'

interface Swept {
  sweep: { controls: HTMLElement[]; met: Map<HTMLElement, string[]>; before: Element | null; end(): void }
}

/**
 * Goes through the page with the Tab key, once around, and names every control that it does not come to, that shows no ring of 3:1
 * then, or that lies hidden. A radio group is one stop; arrow keys lead on from there. The focus is put back where it was.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() => {
    const isSeen = (element: HTMLElement) =>
      element.getBoundingClientRect().width > 0 && getComputedStyle(element).visibility !== 'hidden'
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=button]'),
    ].filter((element) => isSeen(element) && !(element.role === 'radio' && element.tabIndex === -1))

    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = (color: string) => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((channel) =>
        channel <= 10.31 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (one: string, other: string) => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    const ground = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const color = getComputedStyle(element).backgroundColor
      return channels(color)[3] === 0 ? ground(element.parentElement) : color
    }
    const faultsOf = (element: HTMLElement): string[] => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const hasRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1)
      const y = Math.min(Math.max((top + bottom) / 2, top + 2, 1), innerHeight - 1)
      const above = document.elementFromPoint(x, y)
      return [
        ...(hasRing && contrast(outlineColor, ground(element.parentElement)) >= 3 ? [] : ['shows no ring']),
        ...(above && (element.contains(above) || above.contains(element)) ? [] : ['is hidden']),
      ]
    }
    const met = new Map<HTMLElement, string[]>()
    const note = ({ target }: FocusEvent) => {
      const element = target as HTMLElement
      if (!met.has(element)) met.set(element, faultsOf(element))
    }
    const before = document.activeElement
    if (before instanceof HTMLElement) before.blur()
    document.addEventListener('focusin', note)
    const end = () => document.removeEventListener('focusin', note)
    ;(globalThis as unknown as Swept).sweep = { controls, met, before, end }
    return controls.length
  })
  // Keys are sent without waiting for each: the browser takes them in their order. What scrolls is a stop as well, so there may be more.
  let before = Infinity
  let left = stops
  while (left > 0 && left < before) {
    await Promise.all(Array.from({ length: left + 3 }, () => page.keyboard.press('Tab')))
    before = left
    left = await page.evaluate(() => {
      const { controls, met } = (globalThis as unknown as Swept).sweep
      return controls.filter((control) => !met.has(control)).length
    })
  }
  return page.evaluate(() => {
    const { controls, met, before, end } = (globalThis as unknown as Swept).sweep
    end()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    const nameOf = (element: HTMLElement) => element.ariaLabel ?? (element.id || element.textContent)
    return controls.flatMap((element) =>
      (met.get(element) ?? ['is not come to']).map((fault) => `“${nameOf(element)}” ${fault}`),
    )
  })
}
