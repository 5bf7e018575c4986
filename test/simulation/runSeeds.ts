import { Worker } from 'node:worker_threads'
import { addTally, emptyTally, type Tally } from './tally'

export interface Seeds {
  from: number
  count: number
}

export interface RunSeedsOptions {
  workers: number
  /** Asked after every batch: true ends the run early. */
  enough?: (tally: Tally) => boolean
  /** How long a batch may take before its worker counts as hung. */
  patienceMs?: number
  /** How many seeds a worker gets at a time. */
  batch?: number
}

/** Runs many seeds on some workers. @throws Error where a worker dies or hangs, naming the seeds it was at. */
export async function runSeeds(
  bundle: string,
  { from, count }: Seeds,
  { workers, enough = () => false, patienceMs = 120_000, batch: most = 200 }: RunSeedsOptions,
): Promise<Tally> {
  const tally = emptyTally()
  let next = from
  const take = () => {
    const batch = { from: next, count: Math.min(most, from + count - next) }
    next += batch.count
    return batch.count > 0 && !enough(tally) ? batch : undefined
  }

  async function work(): Promise<void> {
    const worker = new Worker(bundle, { eval: true })
    try {
      for (let batch = take(); batch; batch = take())
        addTally(tally, await runBatch(worker, batch, patienceMs))
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  tally.violations.sort((a, b) => a.seed - b.seed)
  return tally
}

function runBatch(worker: Worker, batch: Seeds, patienceMs: number): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const seeds = `seeds ${batch.from} to ${batch.from + batch.count - 1}`
    const hung = setTimeout(() => failed(new Error(`${seeds}: hung`)), patienceMs)
    const done = (tally: Tally): void => {
      forget()
      resolve(tally)
    }
    const failed = (error: Error): void => {
      forget()
      reject(error)
    }
    const forget = (): void => {
      clearTimeout(hung)
      worker.off('message', done)
      worker.off('error', failed)
    }
    worker.on('message', done)
    worker.on('error', failed)
    worker.postMessage(batch)
  })
}
