/** An audit chain in a SQLite file, which a test can also write behind the service's back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { tableOf } from '../../../cloudfunctions/_adapters/embedded/sqliteSelect'
import { linkEvents } from '../../../cloudfunctions/_audit/linkEvents'
import { noteEvent } from '../../../cloudfunctions/_audit/noteEvent'
import type { AuditEvent } from '../../../cloudfunctions/_ports/audit'
import type { Fields } from '../../../cloudfunctions/_ports/store'

export type Written = Record<string, unknown>

/** Notes so many events, a minute after the other, and then lets the job run. */
export interface Round {
  from: string
  events: number
}

export const eventAt = (at: string, fen = 13000): AuditEvent => ({
  actor: 'wechat',
  action: 'orderPaid',
  object: `orders/o-${fen}`,
  at,
  details: { fen, region: 'rivertown' },
})

export async function openChain(rounds: readonly Round[]) {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai audit '))
  const file = join(folder, 'mingbai.db')
  const store = openSqliteStore(file)
  const raw = new Database(file)
  raw.pragma('synchronous = OFF')
  let noted = 0

  const later = (at: string, minutes: number): string =>
    new Date(Date.parse(at) + minutes * 60_000).toISOString()
  const link = (now: string) =>
    linkEvents({ store, clock: { now: () => now, today: () => now.slice(0, 10) } })
  async function note(event: AuditEvent, id = `e-${String((noted += 1)).padStart(4, '0')}`): Promise<string> {
    await store.transaction((documents) => noteEvent(documents, id, event))
    return id
  }
  async function play({ from, events }: Round): Promise<void> {
    for (let i = 0; i < events; i += 1) await note(eventAt(later(from, i), 100 + i))
    await link(later(from, events))
  }
  for (const round of rounds) await play(round)

  const all = (collection: string): Map<string, Written> => {
    const rows = raw.prepare(`SELECT id, body FROM ${tableOf(collection)} ORDER BY id`).all([])
    return new Map(
      (rows as { id: string; body: string }[]).map(({ id, body }) => [id, JSON.parse(body) as Written]),
    )
  }
  return {
    store,
    folder,
    note,
    link,
    all,
    /** Writes a document as it should never be written, or takes it away. */
    tamper(collection: string, id: string, fields: Written | undefined): void {
      raw.prepare(`DELETE FROM ${tableOf(collection)} WHERE id = ?`).run([id])
      if (fields === undefined) return
      const insert = `INSERT INTO ${tableOf(collection)} (id, revision, body) VALUES (?, 1, ?)`
      raw.prepare(insert).run([id, JSON.stringify(fields)])
    },
    async close(): Promise<void> {
      raw.close()
      store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type ChainOnFile = Awaited<ReturnType<typeof openChain>>

/** Fields of a stored document, for hashing it as the service would. */
export const asFields = (written: Written): Fields => written as Fields
