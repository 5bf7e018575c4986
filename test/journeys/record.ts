import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputDirectory } from '../browser/shoot'

/** Keeps what was measured where whoever runs the journeys can read it: `test/.output/figures/<name>.json`. */
export function record(name: string, figures: object): void {
  const folder = join(outputDirectory, 'figures')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`)
}
