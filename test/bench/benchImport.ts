/** A county's roster of 200,000 rows as a workbook: read, and tried against the embedded database, in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newRing } from '../../cloudfunctions/_adapters/keys/keyRing'
import { loadTables } from '../../shared/policy/loadTables'
import { bundledEnvironment, bundleScripts } from './bundleScripts'
import { keysFile, tablesFile } from './match/benchPorts'
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
    writeFileSync(keysFile(folder), JSON.stringify(newRing('k1')))
    writeFileSync(
      tablesFile(folder),
      JSON.stringify(loadTables(join(__dirname, '../../shared/policy/tables'))),
    )
    await bundleScripts(folder, [join(__dirname, 'import/tryWorkbook.ts')])
    const output = execFileSync(process.execPath, [join(folder, 'tryWorkbook.js'), folder, file], {
      encoding: 'utf8',
      env: bundledEnvironment(),
    })
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
