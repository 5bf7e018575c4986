import { builtClient } from '../budgets/built'
import { packageSizes } from '../budgets/packageSizes'
import { figuresOf, type Road } from './figures'
import { screenRows } from './screenRows'
import type { Row } from './table'

const kilobyte = 1024

/** A number with a ceiling. */
function atMost(what: string, ceiling: number, measured: number | undefined, unit = ''): Row {
  const shown = measured === undefined ? undefined : `${measured.toLocaleString('en')}${unit}`
  const target = `≤ ${ceiling.toLocaleString('en')}${unit}`
  return { what, target, measured: shown, met: measured !== undefined && measured <= ceiling }
}

/** Every number of the design, from what the journeys left. */
export function experience(): Row[] {
  const figures = figuresOf()
  return [
    ...roadRows(figures.roads),
    ...packageRows(),
    atMost('H5 first screen, 4× CPU, 1.6 Mbit/s, median', 2500, figures.firstScreen?.ms, ' ms'),
    ...screenRows(figures),
    atMost('nameless tappables in the built WXML', 0, figures.weapp?.nameless),
    atMost('nodes of a page', 999, figures.weapp?.nodes),
    atMost('depth of a page', 29, figures.weapp?.depth),
    atMost('largest setData', 32 * kilobyte, figures.weapp?.setDataBytes, ' bytes'),
    atMost('setData in the busiest second', 5, figures.weapp?.transfersPerSecond),
  ]
}

function roadRows(roads: Record<string, Road | undefined>): Row[] {
  const { returning, first, newborn, firstNewborn } = roads
  return [
    atMost('returning, open to paying: taps', 4, returning?.taps),
    atMost('returning: fields typed', 0, returning?.fields),
    atMost('first time: taps', 6, first?.taps),
    atMost('first time: fields', 2, first?.fields),
    atMost('newborn, guardian known: pages', 7, newborn?.pages?.length),
    atMost('newborn, first time from an empty phone: pages', 7, firstNewborn?.pages?.length),
  ]
}

function packageRows(): Row[] {
  const { main, subpackages } = packageSizes(builtClient('weapp'))
  const residents = Object.entries(subpackages).filter(([root]) => root !== 'workbench')
  const all = residents.reduce((sum, [, bytes]) => sum + bytes, main)
  return [
    atMost('main package', 600 * kilobyte, main, ' bytes'),
    atMost('all resident packages', Math.floor(1.2 * kilobyte * kilobyte), all, ' bytes'),
  ]
}
