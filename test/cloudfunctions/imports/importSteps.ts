/** A file's way through the steps, as somebody at an office takes it, whatever carries the calls. */
import { randomUUID } from 'node:crypto'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { CommitImport } from '../../../shared/contracts/commitImport'
import type { Contract, Outcome, RequestOf } from '../../../shared/contracts/contract'
import { ImportRejects } from '../../../shared/contracts/importRejects'
import {
  importPartBytes,
  type ImportKind,
  type ImportShown,
  type ImportState,
  type RosterLists,
} from '../../../shared/contracts/imports'
import { MapImport } from '../../../shared/contracts/mapImport'
import { ReadImport } from '../../../shared/contracts/readImport'
import { SendImportPart } from '../../../shared/contracts/sendImportPart'
import { TryImport } from '../../../shared/contracts/tryImport'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { replyOf } from '../world/startWorld'

export type Ask = <C extends Contract>(contract: C, request: RequestOf<C>) => Promise<Outcome<C>>

export function importSteps(ask: Ask) {
  async function until(
    contract: typeof TryImport | typeof CommitImport | typeof UndoImport,
    importId: string,
    state: ImportState,
  ) {
    for (;;) {
      const shown = replyOf<typeof contract>(await ask(contract, { importId }))
      if (shown.state === state) return shown
    }
  }
  async function read(kind: ImportKind, file: Buffer, key: string = randomUUID()) {
    const parts = Math.max(Math.ceil(file.length / importPartBytes), 1)
    const request = { kind, key, parts, fileName: '名单.xlsx', coverageYear: 2031 }
    const { importId } = replyOf(await ask(BeginImport, request))
    for (let part = 0; part < parts; part += 1) {
      const base64 = file.subarray(part * importPartBytes, (part + 1) * importPartBytes).toString('base64')
      replyOf(await ask(SendImportPart, { importId, part, base64 }))
    }
    return replyOf(await ask(ReadImport, { importId }))
  }
  /** Names the columns as found, and tries. */
  async function tryAgain({ importId, mapping }: ImportShown, statedTotal?: number) {
    replyOf(await ask(MapImport, { importId, mapping, statedTotal }))
    return until(TryImport, importId, 'tried')
  }
  const tried = async (kind: ImportKind, file: Buffer, statedTotal?: number) =>
    tryAgain(await read(kind, file), statedTotal)
  return {
    read,
    tryAgain,
    tried,
    /** `lists`: what whoever commits says of who is not on it. */
    async commit(importId: string, lists?: RosterLists) {
      if (lists) replyOf(await ask(CommitImport, { importId, lists }))
      return until(CommitImport, importId, 'committed')
    },
    undo: (importId: string) => until(UndoImport, importId, 'undone'),
    async rejects(importId: string) {
      let csv = ''
      for (let from: number | undefined = 0; from !== undefined;) {
        const reply: { csv: string; next?: number } = replyOf(await ask(ImportRejects, { importId, from }))
        csv += reply.csv
        from = reply.next
      }
      return csv
    },
  }
}
