import type { Page } from 'playwright-core'
import { letters, type Letters } from '../browser/letters'
import { closest, targets } from '../browser/targets'
import type { Faults } from './lookOver'

/** What `npm run measure -- experience` reads about one screen; sizes in px, the rest counts and ratios. */
export interface ScreenFigures extends Letters {
  /** WeChat's own page is not ours to measure; the offices' desk is. */
  ours: boolean
  axe: number
  overflow: number
  nameless: number
  /** The lowest of the buttons for the one thing to do, and the lowest or narrowest of all others. */
  lowestSolid?: number
  smallestTarget?: number
  closest?: { px: number; between: string }
}

const least = (sizes: number[]): number | undefined => (sizes.length > 0 ? Math.min(...sizes) : undefined)

export async function screenFigures(page: Page, faults: Faults): Promise<ScreenFigures> {
  const all = await targets(page)
  const solid = all.filter((target) => target.solid)
  const others = all.filter((target) => !target.solid)
  return {
    ...(await letters(page)),
    ours: new URL(page.url()).pathname === '/',
    axe: faults.axe.length,
    overflow: faults.overflow.length,
    nameless: faults.nameless.length,
    lowestSolid: least(solid.map(({ height }) => height)),
    smallestTarget: least(others.flatMap(({ width, height }) => [width, height])),
    closest: closest(all),
  }
}
