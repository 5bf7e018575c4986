/** A county's roster of 200,000 rows as a workbook: read, and tried against the embedded database, in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyWorkbook } from './import/countyWorkbook'
import type { Measured } from './import/tryWorkbook'
import type { Figure } from './report'

const rows = 200_000
const megabyte = 1024 * 1024

export async function benchImport(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai import '))
  try {
    const file = join(folder, 'roster.xlsx')
    const bytes = countyWorkbook(rows)
    writeFileSync(file, bytes)
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'import/tryWorkbook.ts'), file],
      {
        encoding: 'utf8',
      },
    )
    const measured = JSON.parse(output) as Measured
    return [
      { name: 'rows of 8 columns', value: measured.rows, unit: 'rows' },
      { name: 'size of the workbook', value: Math.round(bytes.length / megabyte), unit: 'MB' },
      { name: 'reading alone', value: Math.round(measured.readMs), unit: 'ms' },
      { name: 'received, read, parked sealed', value: Math.round(measured.parkedMs), unit: 'ms' },
      { name: 'tried', value: Math.round(measured.triedMs), unit: 'ms' },
      {
        name: 'read and tried',
        value: Math.round(measured.parkedMs + measured.triedMs),
        unit: 'ms',
        target: { atMost: 10_000 },
      },
      { name: 'longest single call', value: Math.round(measured.longestMs), unit: 'ms' },
      {
        name: 'peak memory of the process',
        value: Math.round(measured.peakKb / 1024),
        unit: 'MB',
        target: { atMost: 400 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
