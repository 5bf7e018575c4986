import type { OpenZip } from './inspectZip'
import { parsePart } from './parsePart'

const part = 'xl/styles.xml'

/** Excel's own formats of days, the East Asian ones included (ECMA-376, 18.8.30). Times of day alone are none. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** Which cell styles show a number as a day, by their place in the list of styles. */
export async function dateStyles(opened: OpenZip): Promise<ReadonlySet<number>> {
  const styles = new Set<number>()
  if (!opened.entries.has(part)) return styles
  const own = new Map<number, boolean>()
  let inCells = false
  let place = 0
  await parsePart(opened, part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const format = Number(attributes.numFmtId)
      if (own.get(format) ?? builtIn.has(format)) styles.add(place)
      place += 1
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** A format shows a day where it has a year or a day outside of quotes, brackets and escapes. */
const showsDay = (format: string): boolean => /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
