import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface Child {
  ask<Answer>(wish: object): Promise<Answer>
  end(): void
}

/** Starts one of the processes of this folder; it answers one wish at a time. */
export function startChild(script: string): Child {
  const child = fork(join(__dirname, script), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    ask: <Answer>(wish: object) =>
      new Promise<Answer>((resolve, reject) => {
        const ended = () => reject(new Error(`${script} ended`))
        child.once('exit', ended)
        child.once('message', (answer) => {
          child.off('exit', ended)
          resolve(answer as Answer)
        })
        child.send(wish)
      }),
    end: () => void child.kill(),
  }
}
