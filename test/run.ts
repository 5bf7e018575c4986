import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../config/ensureBuilt'

/**
 * What `npm test` does: builds what the tests look at, runs every test, and ends with `N passed, N failed`.
 * Words after `npm test --` go to jest: `npm test -- test/weapp`.
 */

const root = join(__dirname, '..')

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
async function runJest(name: string, options: string[]): Promise<Tally> {
  const started = Date.now()
  const report = join(root, 'test', '.output', `${name}.json`)
  rmSync(report, { force: true })
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const always = ['--passWithNoTests', '--json', `--outputFile=${report}`]
  const words = process.argv.slice(2)
  // The report is read from its file: on stdout jest would print it whole.
  const running = spawn(process.execPath, [jest, ...words, ...options, ...always], {
    cwd: root,
    env: { PICTURES: 'none', FIGURES: 'none', ...process.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(running, 'close')) as [number | null]
  console.log(`${name}: ${Math.round((Date.now() - started) / 1000)} s`)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) }
}

/** Everything that looks at no page in a browser. */
async function withoutBrowser(weapp: Promise<void>): Promise<Tally> {
  await weapp
  await ensureBuilt('functions')
  // Left to itself jest keeps one core free, which is half of a machine of two.
  return runJest('units', ['--selectProjects', 'node', 'client', '--maxWorkers=100%'])
}

/** Journeys drive a browser and a server each: two at a time, on a machine of two cores. */
async function inBrowser(weapp: Promise<void>): Promise<Tally> {
  await Promise.all([weapp, ensureBuilt('h5')])
  return runJest('journeys', ['--selectProjects', 'journeys', '--maxWorkers=2'])
}

async function main(): Promise<void> {
  const started = Date.now()
  mkdirSync(join(root, 'test', '.output'), { recursive: true })
  // A browser waits for its server half of the time, and a test for its clock: side by side they fill each other's gaps.
  const weapp = ensureBuilt('weapp')
  const tallies = await Promise.all([withoutBrowser(weapp), inBrowser(weapp)])
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  console.log(`\nafter ${Math.round((Date.now() - started) / 1000)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
