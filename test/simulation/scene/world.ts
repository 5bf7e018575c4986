/** Everything one run consists of: time, faults, store, WeChat, and ports for each invocation of a use case. */
import { randomFrom, type Random } from '../../bench/randomFrom'
import { civilDayOf } from '../../../cloudfunctions/_ports/clock'
import { errorLine } from '../../../cloudfunctions/_ports/errorLine'
import type { LogLine } from '../../../cloudfunctions/_ports/log'
import type { Policies } from '../../../cloudfunctions/_ports/policies'
import type { JobPorts, Ports, ServicePorts } from '../../../cloudfunctions/_ports/ports'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { usualLimits } from '../../../cloudfunctions/_wiring/usualLimits'
import { receiveNotification } from '../../../cloudfunctions/payment-notify/receiveNotification'
import { Faults } from '../engine/faults'
import { Scheduler } from '../engine/scheduler'
import type { Task } from '../engine/step'
import { SimulatedOutage } from '../engine/simulatedOutage'
import { Books } from '../invariants/books'
import { DocumentVersions } from '../store/documentVersions'
import { simulatedStore } from '../store/simulatedStore'
import { Callbacks } from '../wechat/callbacks'
import { paymentsOver } from '../wechat/paymentsOver'
import { ScriptedWechat } from '../wechat/scriptedWechat'
import { appId, merchantId } from '../wechat/wechatOrder'
import { Departments, deliveriesOver } from './departments'
import { beginning } from './people'
import { policies } from './places'
import { noReminders } from '../../../cloudfunctions/_wiring/noReminders'
import { noPrinter } from '../../cloudfunctions/world/noPrinter'
import { plainCipher } from './plainCipher'

/** An invocation that a crash or an outage ended: its caller hears nothing. */
export const crashed = Symbol('crashed')

/** CloudBase drops a transaction that has been open for so long. */
const transactionMs = 30_000
const mostAnswerMs = 20_000

/** What an invocation gets; whether it is a resident's, the staff's or a job's, its own function says. */
type Invoked = ServicePorts & Pick<JobPorts, 'deliveries'>

export class World {
  readonly departments = new Departments()
  /** Whether a round of all jobs is under way. */
  roundRuns = false
  readonly random: Random
  readonly faults: Faults
  readonly scheduler: Scheduler
  readonly versions: DocumentVersions
  readonly callbacks: Callbacks
  readonly wechat: ScriptedWechat
  readonly books: Books
  policies: Policies = policies.first
  private invocations = 0
  private ids = 0
  private readonly settings = { demo: false, merchantId, appId, ...usualLimits }
  private readonly cipher = plainCipher(() => `id-${++this.ids}`)

  constructor(
    seed: number,
    start: (random: Random) => number,
    readonly trace?: (line: string) => void,
  ) {
    this.random = randomFrom(seed)
    this.faults = new Faults(this.random)
    const tell = trace && ((line: string) => trace(`${new Date(this.scheduler.now).toISOString()}  ${line}`))
    this.scheduler = new Scheduler(start(this.random), this.random, this.faults, tell)
    this.callbacks = new Callbacks(this.scheduler, this.random, this.faults, (raw) => this.notified(raw))
    this.wechat = new ScriptedWechat(this.scheduler, this.random, this.faults, this.callbacks)
    this.versions = new DocumentVersions(beginning, (changes) => this.books.look(changes))
    this.books = new Books(this, (line) => this.note(line))
  }

  note(line: string): void {
    this.trace?.(`${new Date(this.scheduler.now).toISOString()}  ${line}`)
  }

  /** Runs one use case, or a job, as one invocation; a crash ends it, and whoever asked hears nothing for a while. */
  invoke<T>(name: string, run: (ports: Invoked) => Promise<T>): Promise<T | typeof crashed> {
    const task: Task = { name: `${++this.invocations} ${name}`, dead: false }
    return new Promise((resolve) => {
      task.onCrash = () => this.scheduler.after(mostAnswerMs, () => resolve(crashed))
      run(this.portsFor(task)).then(resolve, (error: unknown) => {
        this.books.heard({ event: name, ...errorLine(error) })
        resolve(crashed)
      })
    })
  }

  /** The same for somebody who calls. */
  ask<T>(name: string, openId: string, run: (ports: Ports) => Promise<T>): Promise<T | typeof crashed> {
    return this.invoke(`${name} (${openId})`, (ports) =>
      run({ ...ports, printer: noPrinter, reminders: noReminders, caller: { openId } }),
    )
  }

  private async notified(raw: Parameters<typeof receiveNotification>[0]): Promise<number | undefined> {
    const answer = await this.invoke('payment-notify', (ports) => receiveNotification(raw, ports))
    return answer === crashed ? undefined : answer.status
  }

  private portsFor(task: Task): Invoked {
    const now = (): string => new Date(this.scheduler.now).toISOString()
    return {
      clock: { now, today: () => civilDayOf(now()) },
      store: this.storeFor(task),
      payments: paymentsOver(this.wechat, this.callbacks, this.scheduler, task),
      policies: this.policies,
      deliveries: deliveriesOver(this.departments, this.scheduler, task),
      cipher: this.cipher,
      log: {
        info: (line) => this.logged(task, line),
        alarm: (line) => {
          this.books.heard(line)
          this.logged(task, line)
        },
      },
      settings: this.settings,
    }
  }

  private storeFor(task: Task): Store {
    const { scheduler, versions } = this
    return simulatedStore(versions, {
      take: (access, verb, object, act) =>
        scheduler.take(task, { what: access, verb, object, act, lost: (why) => outOfOrder(why, access) }),
      pause: (milliseconds) => scheduler.pause(task, milliseconds),
      began: (transaction) => scheduler.after(transactionMs, () => versions.end(transaction)),
    })
  }

  private logged(task: Task, line: LogLine): void {
    if (this.trace) this.note(`${task.name}: log ${JSON.stringify(line)}`)
  }
}

function outOfOrder(why: string, access: string): never {
  throw new SimulatedOutage(`${why} at ${access}`)
}
