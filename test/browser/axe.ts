import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** One broken accessibility rule, short enough to read in a test's message. */
export interface Violation {
  rule: string
  help: string
  /** Selector and reason of every element that breaks the rule. */
  elements: string[]
}

interface PageWithAxe {
  axe: { run(context: Document, options: object): Promise<AxeResults> }
}

/**
 * Runs axe-core in the page as it stands, all default rules and WCAG's 7:1 contrast besides (experience.md asks it).
 * What axe cannot decide alone ("incomplete") is not counted.
 */
export async function violations(page: Page): Promise<Violation[]> {
  // Evaluated rather than added as a script element, which a content security policy would refuse; once per document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const results = await page.evaluate(() =>
    (globalThis as unknown as PageWithAxe).axe.run(document, {
      resultTypes: ['violations'],
      // Nothing here asks about style sheets as texts, and there is one frame.
      preload: false,
      iframes: false,
      // Whatever has 7:1 has the lesser contrast too: one of the two is enough work for a page.
      rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
    }),
  )
  return results.violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    elements: violation.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }))
}
