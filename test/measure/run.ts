/** `npm run measure -- experience`: the numbers of the experience as measured. Says what is missed, and ends with 0. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../config/ensureBuilt'
import { figuresFolder } from '../journeys/record'
import { experience } from './experience'
import { tableOf } from './table'

const root = join(__dirname, '..', '..')

/** Walks what is measured; the walks leave their figures, whether or not they meet the targets. */
async function walk(project: string, ...options: string[]): Promise<void> {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const running = spawn(process.execPath, [jest, '--selectProjects', project, '--silent', ...options], {
    cwd: root,
    env: { PICTURES: 'none', ...process.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  running.stderr.on('data', (piece: Buffer) => said.push(piece.toString()))
  const [code] = (await once(running, 'close')) as [number | null]
  if (code !== 0)
    console.log(
      said
        .join('')
        .match(/^ {2}● .*/gm)
        ?.join('\n') ?? `${project} did not run`,
    )
}

async function main(): Promise<void> {
  if (process.argv[2] !== 'experience') throw new Error('usage: npm run measure -- experience')
  await ensureBuilt('h5')
  await ensureBuilt('weapp')
  rmSync(figuresFolder, { recursive: true, force: true })
  await walk('roads', '--maxWorkers=2')
  await walk('journeys', '--maxWorkers=2')
  await walk('slow', '--testPathPatterns=test/journeys', '--maxWorkers=2')
  await walk('measures', '--runInBand')
  console.log(tableOf(experience()))
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exitCode = 1
})
