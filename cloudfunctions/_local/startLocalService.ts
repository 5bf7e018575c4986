import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import { allJobs, runDueJobs } from '../jobs/runDueJobs'
import { loadDemonstration } from './demonstration/loadDemonstration'
import { loadRosters } from './demonstration/loadRosters'
import { loadStaff } from './demonstration/loadStaff'
import { readDemonstration } from './demonstration/readDemonstration'
import { localSite } from './localSite'
import { openLocalService, type LocalService } from './openLocalService'
import type { SimulatorKeys } from './wechatpay/simulatorKeys'

export interface LocalOptions {
  port: number
  /** The civil day to start on; left out: the demonstration's own. */
  today?: string
  residents: number
  /** Where the data stands; made if it is not there. */
  folder: string
  /** The built H5 app. */
  client: string
  /** What WeChat's simulator signs with; left out: new keys. */
  paymentKeys?: SimulatorKeys
  /** How often the jobs run, in milliseconds; left out: every 20 seconds. */
  jobsEveryMs?: number
  /** Hears how many residents there are while they are being made. */
  progress?: (loaded: number) => void
}

export interface RunningLocalService extends LocalService {
  origin: string
  stop(): Promise<void>
}

const usualJobsEveryMs = 20_000

/** Starts the whole service on 127.0.0.1. @throws Error with code EADDRINUSE where the port is taken. */
export async function startLocalService(options: LocalOptions): Promise<RunningLocalService> {
  const demonstration = readDemonstration()
  const origin = `http://127.0.0.1:${options.port}`
  const service = await openLocalService(
    options.folder,
    options.today ?? demonstration.today,
    origin,
    options.paymentKeys,
  )
  await loadDemonstration(
    service.ports,
    demonstration,
    options.residents,
    options.progress ?? (() => undefined),
  )
  await loadRosters(service.ports, demonstration, options.residents)
  await loadStaff(service.ports, demonstration)
  const server = await listen(service, options)
  service.simulator.resumeCallbacks()
  let round: Promise<unknown> | undefined
  /** One round at a time, however long WeChat takes. */
  const runJobs = () => {
    round ??= runDueJobs(service.ports, allJobs).finally(() => {
      round = undefined
    })
  }
  const jobs = setInterval(runJobs, options.jobsEveryMs ?? usualJobsEveryMs)
  return {
    ...service,
    origin,
    async stop() {
      clearInterval(jobs)
      service.simulator.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      // What a round still has to write, or to log, goes before the store and the folder do.
      await round
      service.ports.store.close()
    },
  }
}

function listen(service: LocalService, { client, port }: LocalOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const { fetch } = localSite(service, client, port)
    const server = serve({ fetch, hostname: '127.0.0.1', port }, () => resolve(server)) as Server
    server.once('error', (error) => {
      service.ports.store.close()
      reject(error)
    })
  })
}
