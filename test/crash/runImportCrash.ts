/**
 * A population register is written while the service is killed again and again (kill -9); then what stands in the database is
 * compared with the file. Every row once, none twice, and the numbers of the trial.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { CommitImport } from '../../shared/contracts/commitImport'
import type { ImportCounts } from '../../shared/contracts/imports'
import { staffAsk } from '../attacks/staffAsk'
import { importSteps, type Ask } from '../cloudfunctions/imports/importSteps'
import { freePort } from '../freePort'
import { countyRosters } from '../rosters/countyRosters'
import { mortalService } from './mortalService'
import { readImported, type Imported } from './readImported'

const setting = { region: 'shandan', today: '2023-11-20', bureau: 'shandan-bureau-1' }
const towns = ['清泉镇', '位奇镇', '霍城镇']
/** The poller has nothing to do here. */
const jobsEveryMs = 60_000

export interface ImportCrashOptions {
  rows: number
  kills: number
  seed: number
  /** How long a life of the service lasts at most while it writes, in milliseconds. */
  longestLifeMs: number
}

export interface ImportCrashReport extends Imported {
  kills: number
  /** Kills that met the import half written. */
  midway: number
  /** Right rows of the file. */
  right: number
  tried: ImportCounts
  committed: ImportCounts
}

export async function runImportCrash({
  rows,
  kills,
  seed,
  longestLifeMs,
}: ImportCrashOptions): Promise<ImportCrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-import-crash-'))
  const port = await freePort()
  const service = mortalService(port, folder, setting.today, jobsEveryMs)
  const choice = seededChoice(seed)
  const { people, population } = countyRosters(seed, rows, towns)
  const enter = (): Promise<Ask> => staffAsk(`http://127.0.0.1:${port}`, setting.bureau)
  try {
    await service.start()
    const { importId, counts: tried } = await importSteps(await enter()).tried('population', population.file)
    let midway = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const ask = await enter()
      const cut = ask(CommitImport, { importId }).catch(() => undefined)
      await pause(choice.number(longestLifeMs))
      await service.kill()
      if ((await cut)?.kind !== 'done') midway += 1
      await service.start()
    }
    const { counts: committed } = await importSteps(await enter()).commit(importId)
    await service.kill()
    const found = await readImported(folder, setting.region, importId, people)
    return { kills, midway, right: people.length, tried, committed, ...found }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
