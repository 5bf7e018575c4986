import type { Page } from 'playwright-core'

const savedStyle = 'data-style-before-zoom'

/** Enlarges text alone, as a phone's font setting does: every size and line height in the page, boxes as they are. */
async function enlargeText(page: Page, factor: number): Promise<void> {
  await page.evaluate(
    ([attribute, by]) => {
      const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((it) => 'style' in it)
      const sizes = elements
        .map((it) => getComputedStyle(it))
        .map((it) => [it.fontSize, it.lineHeight] as const)
      elements.forEach((element, index) => {
        const [fontSize, lineHeight] = sizes[index] ?? ['', '']
        element.setAttribute(attribute, element.getAttribute('style') ?? '')
        element.style.setProperty('font-size', `${parseFloat(fontSize) * by}px`, 'important')
        if (!lineHeight.endsWith('px')) return
        element.style.setProperty('line-height', `${parseFloat(lineHeight) * by}px`, 'important')
      })
    },
    [savedStyle, factor] as const,
  )
}

async function restoreText(page: Page): Promise<void> {
  await page.evaluate((attribute) => {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      element.setAttribute('style', element.getAttribute(attribute) ?? '')
      element.removeAttribute(attribute)
    }
  }, savedStyle)
}

/**
 * What does not fit the width of the page as it stands: elements that reach out of it sideways, and elements that cut
 * off or scroll their own text sideways. One line each with tag, class and text; empty where all fits.
 */
export async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const name = (it: Element) =>
      `${it.tagName.toLowerCase()}${it.className && typeof it.className === 'string' ? `.${it.className.trim().replace(/\s+/g, '.')}` : ''}` +
      ` “${(it.textContent ?? '').trim().slice(0, 30)}”`
    const found: string[] = []
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      // Text kept for screen readers only is clipped to one pixel on purpose.
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden') continue
      if (box.right > width + 1)
        found.push(`${name(element)} ends at ${Math.round(box.right)} of ${width} px`)
      if (box.left < -1) found.push(`${name(element)} starts at ${Math.round(box.left)} px`)
      // A line to type in scrolls with the cursor; what is typed there is shown again in groups below.
      const cut =
        element.tagName !== 'INPUT' &&
        style.overflowX !== 'visible' &&
        element.scrollWidth > element.clientWidth + 1
      if (cut) found.push(`${name(element)} shows ${element.clientWidth} of ${element.scrollWidth} px`)
    }
    const page = document.scrollingElement
    if (page && page.scrollWidth > width + 1)
      found.push(`the page is ${page.scrollWidth} px wide, the screen ${width} px`)
    return found
  })
}

/**
 * What does not fit a screen 320 px wide with text half as large again (experience.md). Width and text are put back.
 */
export async function overflowAtLargeText(page: Page, width = 320, factor = 1.5): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: before?.height ?? 667 })
  await enlargeText(page, factor)
  try {
    return await overflowing(page)
  } finally {
    await restoreText(page)
    if (before) await page.setViewportSize(before)
  }
}
