import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'libsql'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'

const writer = join(__dirname, 'writeUntilKilled.ts')
const roundsBeforeKill = 40

/** Starts a process that writes without end, kills it in the middle, and tells which rounds it had confirmed. */
async function killInTheMiddle(file: string): Promise<{ confirmed: number; signal: NodeJS.Signals | null }> {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', writer, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  )
  let confirmed = 0
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed = Number(line)
    if (confirmed === roundsBeforeKill) child.kill('SIGKILL')
  }
  return { confirmed, signal: await ended }
}

test('a process killed while writing loses no confirmed transaction and leaves none half', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-killed-'))
  const file = join(folder, 'mingbai.db')
  try {
    const { confirmed, signal } = await killInTheMiddle(file)
    expect(signal).toBe('SIGKILL')
    expect(confirmed).toBeGreaterThanOrEqual(roundsBeforeKill)

    const store = openSqliteStore(file)
    const counter = await store.get<{ round: number }>('counters', 'c')
    const round = counter?.fields.round ?? 0
    expect(round).toBeGreaterThanOrEqual(confirmed)
    for (let each = 1; each <= round; each++) expect(await store.get('payments', `w${each}`)).toBeDefined()
    expect(await store.get('payments', `w${round + 1}`)).toBeUndefined()
    expect(await store.insert('payments', 'after', {})).toBe('inserted')
    store.close()

    const database = new Database(file)
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    database.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
