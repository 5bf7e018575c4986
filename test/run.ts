import { spawnSync } from 'node:child_process'
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
function runJest(name: string, options: string[]): Tally {
  const report = join(root, 'test', '.output', `${name}.json`)
  rmSync(report, { force: true })
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const always = ['--passWithNoTests', '--json', `--outputFile=${report}`]
  const words = process.argv.slice(2)
  // The report is read from its file: on stdout jest would print it whole.
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  const done = spawnSync(process.execPath, [jest, ...words, ...options, ...always], {
    cwd: root,
    stdio: [...stdio],
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: done.status === 0 ? failed : Math.max(1, failed) }
}

async function buildAll(): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  await Promise.all([ensureBuilt('h5'), ensureBuilt('weapp')])
  if ('build:functions' in scripts) await ensureBuilt('functions')
}

async function main(): Promise<void> {
  const started = Date.now()
  mkdirSync(join(root, 'test', '.output'), { recursive: true })
  await buildAll()
  const tallies = [
    runJest('units', ['--selectProjects', 'node', 'client']),
    // Journeys drive a browser and a server each: one after the other, on a machine of two cores.
    runJest('journeys', ['--selectProjects', 'journeys', '--runInBand']),
  ]
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
