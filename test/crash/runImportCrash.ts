/**
 * A population register is written, and taken back, while the service is killed again and again (kill -9); what stands in the database is
 * compared with the file. Written: every row once, none twice, and the numbers of the trial. Taken back: nobody.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { CommitImport } from '../../shared/contracts/commitImport'
import type { ImportCounts } from '../../shared/contracts/imports'
import { UndoImport } from '../../shared/contracts/undoImport'
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
  /** Kills that met the import half written, and half taken back. */
  midway: number
  midwayBack: number
  /** Right rows of the file. */
  right: number
  tried: ImportCounts
  committed: ImportCounts
  /** What stands after it was taken back: residents, and people who are found. */
  left: Pick<Imported, 'residents' | 'reached'>
  /** What was left as it is, though nothing depends on anything. */
  stayed: number
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
    const killed = async (contract: typeof CommitImport | typeof UndoImport) => {
      let half = 0
      for (let kill = 0; kill < kills; kill += 1) {
        const ask = await enter()
        const cut = ask(contract, { importId }).catch(() => undefined)
        await pause(choice.number(longestLifeMs))
        await service.kill()
        if ((await cut)?.kind !== 'done') half += 1
        await service.start()
      }
      return half
    }
    const read = async () => {
      await service.kill()
      return readImported(folder, setting.region, importId, people)
    }
    const midway = await killed(CommitImport)
    const { counts: committed } = await importSteps(await enter()).commit(importId)
    const found = await read()
    await service.start()
    const midwayBack = await killed(UndoImport)
    const { dependents } = await importSteps(await enter()).undo(importId)
    const { residents, reached } = await read()
    const stayed = Object.values(dependents).reduce((sum, many) => sum + many, 0)
    const back = { midwayBack, left: { residents, reached }, stayed }
    return { kills, midway, right: people.length, tried, committed, ...found, ...back }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
