/** The largest county of the notices, counted in its parts against the embedded database, in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counted } from './progress/countCounty'
import type { Figure } from './report'

const people = 825_000

export async function benchProgress(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai progress '))
  try {
    const script = join(__dirname, 'progress/countCounty.ts')
    const tables = join(__dirname, '../../shared/policy/tables')
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', script, join(folder, 'county.db'), tables, String(people)],
      { encoding: 'utf8' },
    )
    const counted = JSON.parse(output) as Counted
    return [
      { name: 'residents', value: counted.people, unit: 'people' },
      { name: 'counted, on one core', value: Math.round(counted.countMs), unit: 'ms' },
      { name: 'longest single part', value: Math.round(counted.longestPartMs), unit: 'ms' },
      { name: 'read by a page', value: Math.round(counted.readMs), unit: 'ms' },
      {
        name: 'peak memory of the process',
        value: Math.round(counted.peakKb / 1024),
        unit: 'MB',
        target: { atMost: 1024 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
