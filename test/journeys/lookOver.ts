import type { Page } from 'playwright-core'
import { violations } from '../browser/axe'
import { outOfReach } from '../browser/keyboard'
import { badLineStarts } from '../browser/lineStarts'
import { overflowAtLargeText } from '../browser/overflow'
import { targets } from '../browser/targets'

/** What experience.md asks of every screen, as found on the one that stands. All lists are empty where all is well. */
export interface Faults {
  axe: string[]
  /** At 320 px with text half as large again. */
  overflow: string[]
  /** Too small to hit: 48 px, the solid button 60 px. */
  small: string[]
  nameless: string[]
  /** 避头尾: lines that begin with a comma or the like, the text before and after. */
  lineStarts: string[]
  /** Solid buttons beyond the one a screen may have. */
  solid: string[]
  /** On a desk: what the Tab key does not come to, or where one cannot see that it has. */
  keys: string[]
}

export const noFaults: Faults = {
  axe: [],
  overflow: [],
  small: [],
  nameless: [],
  lineStarts: [],
  solid: [],
  keys: [],
}

const goneThrough = new Set<string>()

/** A desk's screen. `npm test` goes once through each page; whoever takes figures or pictures of screens, through every screen. */
function isForKeys(url: string): boolean {
  const [, desk] = /#\/workbench\/(\w+)/.exec(url) ?? []
  if (desk === undefined || (process.env.FIGURES === 'none' && goneThrough.has(desk))) return false
  goneThrough.add(desk)
  return true
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
    lineStarts: await badLineStarts(page),
    solid: solid.slice(1).map(({ name }) => name),
    keys: isForKeys(page.url()) ? await outOfReach(page) : [],
  }
}
