/** One number of the experience. `measured` is undefined where nothing was measured. */
export interface Row {
  what: string
  target: string
  measured: string | undefined
  met: boolean
}

const wide = /[\u2e80-\uffef]/g
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

/** Rows below each other, and how many targets are missed. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, target, measured, met }) => [
    what,
    target,
    measured ?? 'not measured',
    measured !== undefined && met ? 'ok' : 'missed',
  ])
  const all = [['', 'target', 'measured', ''], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  const missed = cells.filter(([, , , word]) => word === 'missed').length
  return [...lines, '', `${rows.length - missed} of ${rows.length} targets met, ${missed} missed`].join('\n')
}
