import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface MortalService {
  /** Starts it, or starts it again on the same data; resolves once it listens. */
  start(): Promise<void>
  /** kill -9: no goodbye, nothing is written any more. */
  kill(): Promise<void>
}

/** The local service in a process of its own. */
export function mortalService(
  port: number,
  folder: string,
  today: string,
  jobsEveryMs: number,
): MortalService {
  let child: ChildProcess | undefined
  return {
    async start() {
      const words = [
        '--require',
        'tsx/cjs',
        join(__dirname, 'serveUntilKilled.ts'),
        String(port),
        folder,
        today,
        String(jobsEveryMs),
      ]
      const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
      child = started
      const ended = new Promise<never>((_resolve, reject) =>
        started.once('exit', () => reject(new Error('the service ended before it listened'))),
      )
      const lines = createInterface({ input: started.stdout })
      await Promise.race([new Promise((resolve) => lines.once('line', resolve)), ended])
      ended.catch(() => undefined)
    },
    async kill() {
      const dying = child
      child = undefined
      if (!dying || dying.exitCode !== null) return
      const gone = new Promise((resolve) => dying.once('exit', resolve))
      dying.kill('SIGKILL')
      await gone
    },
  }
}
