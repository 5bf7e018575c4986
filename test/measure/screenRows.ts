import type { ScreenFigures } from '../journeys/screenFigures'
import type { Figures } from './figures'
import type { Row } from './table'

type Screens = [string, ScreenFigures][]

/** What holds for every screen of residents and offices: the worst one is named. */
export function screenRows({ letters, screens: all }: Figures): Row[] {
  const screens: Screens = [...all].filter(([, { ours }]) => ours)
  return [
    lettersRow(letters),
    none('does not fit 320 px × 1.5', screens, ({ overflow }) => overflow),
    atLeast('line height of body text', 1.5, screens, ({ lineHeight }) => lineHeight),
    atLeast('contrast of text', 7, screens, ({ textContrast }) => textContrast, ':1'),
    atLeast('contrast of drawings', 4.5, screens, ({ iconContrast }) => iconContrast, ':1'),
    atLeast('height of primary targets', 60, screens, ({ lowestSolid }) => lowestSolid, ' px'),
    atLeast('size of other targets', 48, screens, ({ smallestTarget }) => smallestTarget, ' px'),
    atLeast('room between targets', 8, screens, ({ closest }) => closest?.px, ' px'),
    none('axe violations', screens, ({ axe }) => axe),
    none('nameless tappables in H5', screens, ({ nameless }) => nameless),
  ]
}

function lettersRow(letters: Figures['letters']): Row {
  const sizes = letters && [letters.plain, letters.care, letters.largest]
  return {
    what: 'body text / care mode / largest',
    target: '18 / 22 / 30 px',
    measured: sizes && `${sizes.join(' / ')} px`,
    met: sizes?.join() === '18,22,30',
  }
}

function none(what: string, screens: Screens, countOf: (figures: ScreenFigures) => number): Row {
  const count = screens.reduce((sum, [, figures]) => sum + countOf(figures), 0)
  const measured = screens.length > 0 ? `${count} on ${screens.length} screens` : undefined
  return { what, target: '0', measured, met: count === 0 }
}

function atLeast(
  what: string,
  floor: number,
  screens: Screens,
  sizeOf: (figures: ScreenFigures) => number | undefined,
  unit = '',
): Row {
  const sizes = screens.flatMap(([screen, figures]) => {
    const size = sizeOf(figures)
    return size === undefined ? [] : [{ screen, size }]
  })
  const [worst] = sizes.sort((one, other) => one.size - other.size)
  const where = worst && worst.size < floor ? ` (${worst.screen})` : ''
  return {
    what,
    target: `≥ ${floor}${unit}`,
    measured: worst && `${worst.size}${unit}${where}`,
    met: worst !== undefined && worst.size >= floor,
  }
}
