import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../config/ensureBuilt'

/**
 * What `npm test`, `test:journeys` and `test:slow` do: build what the tests look at, run theirs, and end with `N passed, N failed`.
 * Words after `--` go to jest: `npm test -- test/weapp`.
 */

const root = join(__dirname, '..')

/** Bytes; in a container this place may be smaller than one browser's profile. */
const leastMemory = 2 ** 31

interface TestSet {
  /** Of jest.config.cjs. */
  projects: string[]
  workers: number
}

const cores = availableParallelism()

/** A journey waits for its browser half of the time: twice as many workers as cores fill each other's gaps. */
const sets: Readonly<Record<string, TestSet>> = {
  first: { projects: ['node', 'client', 'roads'], workers: 2 * cores },
  journeys: { projects: ['journeys'], workers: 2 * cores },
  slow: { projects: ['slow'], workers: cores },
}

interface Tally {
  passed: number
  failed: number
}

interface JestReport {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
}

/** Runs jest and reads its report; a suite that could not even start counts as one failure. */
async function runJest({ projects, workers }: TestSet, words: readonly string[]): Promise<Tally> {
  const report = join(root, 'test', '.output', 'tests.json')
  rmSync(report, { force: true })
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const always = ['--passWithNoTests', '--json', `--outputFile=${report}`]
  const which = ['--selectProjects', ...projects, '--maxWorkers', String(workers)]
  // The report is read from its file: on stdout jest would print it whole.
  const running = spawn(process.execPath, [jest, ...words, ...which, ...always], {
    cwd: root,
    env: { PICTURES: 'none', FIGURES: 'none', ...inMemory(), ...process.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(running, 'close')) as [number | null]
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) }
}

/** The tests' own folders lie in memory where the system has such a place: each commit waits for the disk, and theirs are thrown away. */
function inMemory(): { TMPDIR?: string } {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return {}
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > leastMemory ? { TMPDIR: memory } : {}
}

async function main(): Promise<void> {
  const started = Date.now()
  const [option, name = '', ...more] = process.argv.slice(2)
  const [set, words] = option === '--only' ? [sets[name], more] : [sets.first, process.argv.slice(2)]
  if (!set) throw new Error(`usage: tsx test/run.ts [--only ${Object.keys(sets).join('|')}] [words for jest]`)
  mkdirSync(join(root, 'test', '.output'), { recursive: true })
  await Promise.all([ensureBuilt('weapp'), ensureBuilt('h5')])
  const { passed, failed } = await runJest(set, words)
  console.log(`\nafter ${Math.round((Date.now() - started) / 1000)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
