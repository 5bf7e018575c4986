import type { Page } from 'playwright-core'

/** Lines of the page as it stands that begin with what may only end one (避头尾): a comma, a full stop, a closing bracket. Each with its text. */
export function badLineStarts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const endsOnly = /[，。、；：！？）》”’…·%]/g
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const boxOf = (node: Node, at: number): DOMRect => {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect()
    }
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      for (const { index } of text.matchAll(endsOnly)) {
        if (index === 0) continue
        const [before, here] = [boxOf(node, index - 1), boxOf(node, index)]
        if (here.width > 0 && before.width > 0 && here.top >= before.bottom - 2)
          found.push(`${text.slice(Math.max(0, index - 12), index)} | ${text.slice(index, index + 6)}`)
      }
    }
    return found
  })
}
