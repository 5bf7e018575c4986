/** One figure: what was measured, and the bound it is held to where there is one. */
export interface Figure {
  name: string
  value: number
  unit: string
  target?: { atLeast: number } | { atMost: number }
}

export interface Bench {
  /** One line of the usage text. */
  says: string
  run: () => Promise<Figure[]>
}

/** Prints a table for people; the last line is one JSON object `{ bench, figures: { name: value } }`. */
export function printReport(bench: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length))
  for (const { name, value, unit, target } of figures) {
    const number = value.toLocaleString('en-US').padStart(12)
    process.stdout.write(`${name.padEnd(width)} ${number} ${unit.padEnd(14)} ${targetOf(value, target)}\n`)
  }
  const values = Object.fromEntries(figures.map(({ name, value }) => [name, value]))
  process.stdout.write(`${JSON.stringify({ bench, figures: values })}\n`)
}

function targetOf(value: number, target: Figure['target']): string {
  if (target === undefined) return ''
  const isMet = 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
  const bound =
    'atLeast' in target
      ? `at least ${target.atLeast.toLocaleString('en-US')}`
      : `at most ${target.atMost.toLocaleString('en-US')}`
  return `${bound}: ${isMet ? 'met' : 'MISSED'}`
}
