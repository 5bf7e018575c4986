/** Bugs outside the simulation's reach: a copy of the tree, the bug planted in it, and the one test that must fail. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { patchedText, root } from '../bundleSimulation'
import type { Mutant } from './mutant'
import type { Fate } from './tryMutants'

/** What the tests of the node project need. */
const copied = [
  'cloudfunctions',
  'shared',
  'test',
  'config',
  'package.json',
  'tsconfig.json',
  'jest.config.cjs',
]

export interface TreeCopy {
  folder: string
  remove(): void
}

/** A copy to plant bugs in; libraries are the same. */
export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-mutants-'))
  for (const name of copied)
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes('.output'),
    })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Plants the bug, runs its test, and takes the bug out again. */
export async function tryInJest(mutant: Mutant, { folder }: TreeCopy): Promise<Fate> {
  const { test = '' } = mutant
  const file = join(folder, mutant.file)
  const sound = readFileSync(file, 'utf8')
  writeFileSync(file, patchedText(mutant))
  try {
    const failed = await failuresOf(folder, [test])
    return failed > 0 ? { kind: 'caught', by: test, seed: undefined } : { kind: 'survived' }
  } finally {
    writeFileSync(file, sound)
  }
}

/** How many tests of these files fail. @throws Error where jest wrote no report: nothing was tried then. */
export async function failuresOf(folder: string, tests: readonly string[]): Promise<number> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const jest = join(folder, 'node_modules', 'jest', 'bin', 'jest.js')
  const words = ['--selectProjects', 'node', '--json', `--outputFile=${report}`, '--runTestsByPath', ...tests]
  const child = spawn(process.execPath, [jest, ...words], { cwd: folder, stdio: 'ignore' })
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
    numFailedTests: number
    numPassedTests: number
  }
  if (numFailedTests + numPassedTests === 0) throw new Error(`no test ran in ${tests.join(' ')}`)
  return numFailedTests
}
