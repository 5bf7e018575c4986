/** The comma is RFC 4180's; spreadsheets also write tabs (Unicode 文本) and, where the comma divides a number, semicolons. */
const separators = [',', '\t', ';'] as const
export type Separator = (typeof separators)[number]

const lookedLines = 12
const lookedCharacters = 16_000

/** What parts the cells of a CSV: of the three, what most of its first lines hold; the comma where that is not told apart. */
export function separatorOf(text: string): Separator {
  const lines = text.slice(0, lookedCharacters).split(/[\r\n]+/, lookedLines)
  const linesWith = (separator: Separator): number => lines.filter((line) => line.includes(separator)).length
  return separators.reduce((best, each) => (linesWith(each) > linesWith(best) ? each : best))
}
