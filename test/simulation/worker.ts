/** A worker's side: runs the seeds it is sent, one after the other, and sends back what happened. */
import { parentPort } from 'node:worker_threads'
import { simulate } from './simulate'
import { addRun, emptyTally } from './tally'

export interface Batch {
  from: number
  count: number
}

// A thousand lost replies a second would each write down where they came from.
Error.stackTraceLimit = 2

parentPort?.on('message', (batch: Batch) => {
  void run(batch)
})

async function run({ from, count }: Batch): Promise<void> {
  const tally = emptyTally()
  for (let seed = from; seed < from + count; seed++) addRun(tally, await simulate(seed))
  parentPort?.postMessage(tally)
}
