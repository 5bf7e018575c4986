import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outputDirectory } from '../browser/shoot'

export const figuresFolder = join(outputDirectory, 'figures')

/** Keeps what was measured where whoever runs the journeys can read it: `test/.output/figures/<name>.json`. */
export function record(name: string, figures: object): void {
  const file = join(figuresFolder, `${name}.json`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}
