/** Run by `benchImport` in a process of its own: takes a workbook through the steps up to the trial and prints what it took. */
import { readFileSync } from 'node:fs'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import { readRoster } from '../../../cloudfunctions/_rosters/readRoster'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import type { Contract, Outcome, RequestOf } from '../../../shared/contracts/contract'
import { benchPorts } from '../match/benchPorts'
import { importSteps } from '../../cloudfunctions/imports/importSteps'

export interface Measured {
  rows: number
  readMs: number
  parkedMs: number
  triedMs: number
  longestMs: number
  /** As the system counts it, everything in it: the file, the rows, the database's cache. */
  peakKb: number
}

async function measure(folder: string, file: string): Promise<Measured> {
  const service = benchPorts(folder, 'trial.sqlite')
  // A county whose table lists no towns takes any.
  const staff = { ...service.staff, region: 'dongxiang', imports: ['population' as const] }
  const ports: StaffPorts = { ...service, staff }
  let longestMs = 0
  const steps = importSteps(
    async <C extends Contract>(contract: C, request: RequestOf<C>): Promise<Outcome<C>> => {
      const started = performance.now()
      const outcome = await answerStaff(contract.name, request, ports)
      longestMs = Math.max(longestMs, performance.now() - started)
      return outcome
    },
  )
  try {
    const bytes = readFileSync(file)
    const started = performance.now()
    const read = await steps.read('population', bytes)
    const parked = performance.now()
    const tried = await steps.tryAgain(read)
    const ended = performance.now()
    if (tried.counts.added !== tried.rows) throw new Error(`not all added: ${JSON.stringify(tried.counts)}`)
    const peakKb = process.resourceUsage().maxRSS
    const readStarted = performance.now()
    await readRoster(bytes, () => undefined)
    const readMs = performance.now() - readStarted
    return {
      rows: tried.rows,
      readMs,
      parkedMs: parked - started,
      triedMs: ended - parked,
      longestMs,
      peakKb,
    }
  } finally {
    service.store.close()
  }
}

const [folder = '', file = ''] = process.argv.slice(2)
void measure(folder, file).then((measured) => process.stdout.write(JSON.stringify(measured)))
