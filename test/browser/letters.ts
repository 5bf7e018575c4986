import type { Page } from 'playwright-core'

/** The text of a page as it stands, in px and ratios. */
export interface Letters {
  /** The size that most of the text has. */
  body: number
  smallest: number
  /** Line height over size, the tightest of the body text that has more than one line. */
  lineHeight: number
  /** Text against what lies behind it, and drawings likewise: the weakest ratio. */
  textContrast: number
  iconContrast: number
}

/** Measures every text that is to be seen. Contrast is WCAG's, over the nearest colours behind. */
export function letters(page: Page): Promise<Letters> {
  return page.evaluate(() => {
    type Colour = [number, number, number, number]
    const parse = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (/\(([^)]*)\)/.exec(text)?.[1] ?? '').split(',').map(Number)
      return [r, g, b, a]
    }
    const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => {
      const mix = (front: number, behind: number) => front * a + behind * (1 - a)
      return [mix(r, x), mix(g, y), mix(b, z), 1]
    }
    const behind = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1]
      const own = parse(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, behind(element.parentElement))
    }
    const light = ([r, g, b]: Colour): number => {
      const part = (value: number) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const ratio = (front: Colour, back: Colour): number => {
      const [dark = 0, bright = 0] = [light(over(front, back)), light(back)].sort((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05)
    }
    const isSeen = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'
    }
    const least = (values: number[]): number => Math.round(Math.min(21, ...values) * 100) / 100

    /** Where text runs over its line's end, the next line's distance counts. */
    const lines = (text: Node): number => {
      const range = document.createRange()
      range.selectNodeContents(text)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }

    const texts: { size: number; line: number; contrast: number; length: number; wraps: boolean }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const length = walker.currentNode.textContent?.trim().length ?? 0
      const element = walker.currentNode.parentElement
      if (length === 0 || !element || !isSeen(element)) continue
      const style = getComputedStyle(element)
      const size = parseFloat(style.fontSize)
      const contrast = ratio(parse(style.color), behind(element))
      const wraps = lines(walker.currentNode) > 1
      texts.push({ size, line: parseFloat(style.lineHeight) / size, contrast, length, wraps })
    }
    const lengths = new Map<number, number>()
    for (const { size, length } of texts) lengths.set(size, (lengths.get(size) ?? 0) + length)
    const [body = 0] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? []
    const icons = [...document.querySelectorAll('.icon')].filter(isSeen)
    return {
      body,
      smallest: Math.min(...texts.map(({ size }) => size)),
      lineHeight: least(texts.filter(({ size, wraps }) => size === body && wraps).map(({ line }) => line)),
      textContrast: least(texts.map(({ contrast }) => contrast)),
      iconContrast: least(
        icons.map((icon) => ratio(parse(getComputedStyle(icon).color), behind(icon.parentElement))),
      ),
    }
  })
}
