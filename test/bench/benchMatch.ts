/**
 * A county's match of a month in the embedded database: five rosters, 825,000 residents, two processes that share the parts. Then
 * again over a copy, with both processes killed in the middle and two others that go on: the findings must be the same. This process
 * opens no database itself: it copies one, and what is copied must not be open.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newRing } from '../../cloudfunctions/_adapters/keys/keyRing'
import { matchIdOf } from '../../cloudfunctions/_match/matchRecord'
import { loadTables } from '../../shared/policy/loadTables'
import type { Asked } from './match/askRules'
import { county, keysFile, tablesFile } from './match/benchPorts'
import type { Result } from './match/readResult'
import type { County } from './match/rosterCounty'
import type { Walked } from './match/walkCounty'
import { bundledEnvironment, bundleScripts } from './bundleScripts'
import type { Figure } from './report'

/** 浦北 附件1; fewer for a try. */
const people = Number(process.env.BENCH_PEOPLE ?? 825_000)
const processes = 2
const partsBeforeKill = 21
const scripts = ['writeCounty', 'askRules', 'walkCounty', 'readResult'] as const
type Script = (typeof scripts)[number]
const tablesFolder = join(__dirname, '../../shared/policy/tables')
const matchId = matchIdOf(county.region, county.coverageYear, county.month)

export async function benchMatch(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai match '))
  try {
    writeFileSync(keysFile(folder), JSON.stringify(newRing('k1')))
    writeFileSync(tablesFile(folder), JSON.stringify(loadTables(tablesFolder)))
    await bundleScripts(
      folder,
      scripts.map((script) => join(__dirname, 'match', `${script}.ts`)),
    )
    const written = await run<County>(folder, 'whole.sqlite', 'writeCounty', String(people)).done
    copyDatabase(folder, 'whole.sqlite', 'killed.sqlite')
    const halves = [0, 1].map((half) => run<Asked>(folder, 'whole.sqlite', 'askRules', matchId, String(half)))
    const asked = await Promise.all(halves.map(({ done }) => done))
    const whole = await walkTogether(folder, 'whole.sqlite')
    const killedAt = await walkAndKill(folder, 'killed.sqlite')
    const resumed = await walkTogether(folder, 'killed.sqlite')
    if (whole.hash !== resumed.hash) throw new Error('killed and resumed, a match found something else')
    return [
      { name: 'residents', value: written.residents, unit: 'people' },
      { name: 'on a roster', value: written.listed, unit: 'people' },
      { name: 'identities the newest rosters leave out', value: written.leftOut, unit: 'identities' },
      { name: 'enrolled', value: written.enrolled, unit: 'people' },
      {
        name: 'whom a roster concerns',
        value: asked.reduce((sum, { concerned }) => sum + concerned, 0),
        unit: 'people',
      },
      { name: 'findings', value: whole.findings, unit: 'people' },
      {
        name: 'rules alone, the longer of two processes',
        value: Math.round(Math.max(...asked.map(({ ms }) => ms))),
        unit: 'ms',
        target: { atMost: 2000 },
      },
      {
        name: 'rules alone, both processes together',
        value: Math.round(asked.reduce((sum, { ms }) => sum + ms, 0)),
        unit: 'ms',
      },
      { name: 'whole match', value: Math.round(whole.ms), unit: 'ms', target: { atMost: 60_000 } },
      {
        name: 'peak memory of both processes',
        value: Math.round(whole.peakKb / 1024),
        unit: 'MB',
        target: { atMost: 1024 },
      },
      { name: 'parts done when both were killed', value: killedAt.parts, unit: 'of 64' },
      { name: 'resumed after the kill', value: Math.round(resumed.ms), unit: 'ms' },
      { name: 'findings after the kill', value: resumed.findings, unit: 'people, same' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** With its log: what was written last may still stand there. */
function copyDatabase(folder: string, from: string, to: string): void {
  for (const file of ['', '-wal'])
    if (existsSync(join(folder, from + file)))
      copyFileSync(join(folder, from + file), join(folder, to + file))
}

interface Running<Answer> {
  child: ChildProcess
  done: Promise<Answer>
  /** Lines printed so far, of which the last is the answer. */
  lines(): number
}

/** One process of its own; its answer is the last line it prints. Killed, it has none. */
function run<Answer>(
  folder: string,
  database: string,
  script: Script,
  ...about: readonly string[]
): Running<Answer> {
  const child = spawn(process.execPath, [join(folder, `${script}.js`), folder, database, ...about], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: bundledEnvironment(),
  })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  const done = new Promise<Answer>((resolve, reject) => {
    child.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1)) as Answer)
        : reject(new Error(`${script} ended with ${code}`)),
    )
  })
  return { child, done, lines: () => printed.split('\n').length - 1 }
}

const walkers = (folder: string, database: string): Running<Walked>[] =>
  Array.from({ length: processes }, () => run<Walked>(folder, database, 'walkCounty', matchId))

/** Time on the wall from the first process's start to the last one's end, what both took at most, and what was found. */
async function walkTogether(folder: string, database: string) {
  const started = performance.now()
  const walked = await Promise.all(walkers(folder, database).map(({ done }) => done))
  const ms = performance.now() - started
  const result = await run<Result>(folder, database, 'readResult', matchId).done
  if (result.state !== 'done') throw new Error('walked, and not done')
  return { ...result, ms, peakKb: walked.reduce((sum, { peakKb }) => sum + peakKb, 0) }
}

/** Kills both processes, without a word, in the middle of their parts; answers how far they were. */
async function walkAndKill(folder: string, database: string): Promise<Result> {
  const running = walkers(folder, database)
  const ended = Promise.allSettled(running.map(({ done }) => done))
  const begun = () => running.reduce((sum, { lines }) => sum + lines(), 0)
  while (begun() < partsBeforeKill) await new Promise((soon) => setTimeout(soon, 20))
  for (const { child } of running) child.kill('SIGKILL')
  await ended
  return run<Result>(folder, database, 'readResult', matchId).done
}
