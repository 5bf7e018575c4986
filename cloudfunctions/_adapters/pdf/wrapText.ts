/** The width of a text in points. */
export type Measure = (text: string, points: number) => number

/**
 * What stays on one line where it fits: a Latin word or number, or one 汉字, with the brackets that open before it and the marks
 * that close after it (避头尾).
 */
const pieces = /[（“‘《【]*(?:[!-~]+|[^!-~\s])[，。、；：？！）”’》】]*|\s/gu

/** A text as lines of at most this width, in points. There is always one line. */
export function wrapText(text: string, widthPoints: number, points: number, measure: Measure): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  const put = (piece: string): void => {
    const own = measure(piece, points)
    if (width + own > widthPoints && line !== '') {
      lines.push(line)
      ;[line, width] = ['', 0]
    }
    line += piece
    width += own
  }
  for (const [piece] of text.matchAll(pieces)) {
    if (measure(piece, points) <= widthPoints) put(piece)
    else for (const character of piece) put(character)
  }
  return [...lines, line]
}
