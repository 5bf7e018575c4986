import { RosterRefused } from '../rosterFile'
import type { RosterLimits } from '../rosterLimits'
import type { OpenZip } from './inspectZip'
import { parsePart } from './parsePart'

/** The texts that cells point to by number. What a phonetic guide (拼音) adds is left out. */
export async function sharedStrings(
  opened: OpenZip,
  part: string | undefined,
  limits: RosterLimits,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined || !opened.entries.has(part)) return strings
  let text = ''
  let isText = false
  let isGuide = false
  await parsePart(opened, part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isGuide = true
      isText = name === 't' && !isGuide
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isGuide = false
      if (name !== 'si') return
      if (strings.push(text) > limits.cells) throw new RosterRefused('tooManyCells')
    },
    text(more) {
      // One beyond the limit stays too long, and no memory goes into the rest.
      if (isText && text.length <= limits.cellText) text += more.slice(0, limits.cellText + 1)
    },
  })
  return strings
}
