/**
 * A paying crowd and a service that is killed again and again (kill -9) at random moments; then the books are read.
 * Nothing may be lost, nothing doubled, nobody stuck.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { freePort } from '../freePort'
import { gatherCrowd } from './crowd'
import { mortalService } from './mortalService'
import { payOnce } from './payer'
import { readBooks, type Books } from './readBooks'

/** A coverage year whose collection is open on that day, with WeChat among the channels. */
const setting = { region: 'shandan', year: 2024, today: '2023-11-20' }

/** How long a service may live before it is killed. */
const longestLifeMs = 1200

export interface CrashOptions {
  payers: number
  kills: number
  seed: number
  /** How often the poller runs, in milliseconds: nobody may wait longer for it. */
  jobsEveryMs: number
  say: (line: string) => void
}

export interface CrashReport extends Books {
  kills: number
  /** From the last start until every phone had its answer, and until the books held every payment. */
  phonesDoneMs: number
  booksDoneMs: number
}

export async function runCrash({
  payers,
  kills,
  seed,
  jobsEveryMs,
  say,
}: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-crash-'))
  const port = await freePort()
  const crowd = await gatherCrowd(folder, setting.region, payers, seed)
  const service = mortalService(port, folder, setting.today, jobsEveryMs)
  const choice = seededChoice(seed + 1)
  try {
    await service.start()
    const paying: Promise<void>[] = []
    // So many come with each life of the service that all are under way when it has died often enough.
    const arrive = (upTo: number) => {
      for (const payer of crowd.slice(paying.length, upTo))
        paying.push(payOnce(`http://127.0.0.1:${port}`, setting, payer))
    }
    for (let kill = 1; kill <= kills; kill += 1) {
      arrive(Math.ceil((payers * kill) / kills))
      await pause(choice.number(longestLifeMs))
      await service.kill()
      await service.start()
      if (kill % 10 === 0) say(`killed ${kill} times, ${paying.length} of ${payers} have come`)
    }
    const lastStart = Date.now()
    arrive(payers)
    await Promise.all(paying)
    const phonesDoneMs = Date.now() - lastStart
    const books = await whenQuiet(folder, payers)
    return { ...books, kills, phonesDoneMs, booksDoneMs: Date.now() - lastStart }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Whoever went away right after paying is found by the poller: the books are read until they hold everybody, and then once
 * more, because the poller writes while they are read page by page.
 */
async function whenQuiet(folder: string, payers: number): Promise<Books> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const books = await readBooks(folder)
    if (books.enrolled >= payers || Date.now() > deadline) return readBooks(folder)
    await pause(500)
  }
}
