/**
 * Decides by the seed what happens next, in a time of its own. Everything that waits is either a step (an access to a
 * port, ready now) or an appointment (something that happens at a time). One is taken at a time, and what follows from it
 * runs until everything waits again.
 */
import type { Random } from '../../bench/randomFrom'
import { Agenda } from './agenda'
import type { Faults, StepFault } from './faults'
import { later, type Step, type Task, type Waiting } from './step'

const minute = 60_000
const patienceMs = 15_000
const mostTurns = 60_000

export class RunsForEver extends Error {}

export class Scheduler {
  /** Milliseconds since 1970, UTC. */
  now: number
  steps = 0
  private turns = 0
  private readonly ready: Waiting[] = []
  private readonly agenda = new Agenda()

  constructor(
    start: number,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly trace: ((line: string) => void) | undefined,
  ) {
    this.now = start
  }

  take<T>(task: Task, step: Step<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (task.dead) return
      const waiting: Waiting = {
        task,
        step,
        resolve: resolve as (value: unknown) => void,
        reject,
        askedAt: this.now,
        struck: false,
      }
      this.ready.push(waiting)
    })
  }

  /** Lets so much time pass for one task. */
  pause(task: Task, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.agenda.add(this.now + milliseconds, () => {
        if (!task.dead) resolve()
      })
    })
  }

  after(milliseconds: number, act: () => void): void {
    this.agenda.add(this.now + milliseconds, act)
  }

  /** Runs until nothing waits any more. @throws Error where that takes more steps than any honest run. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      // A tick comes after all that follows from the step before: Node empties its queue of promises first.
      const turn = (): void => {
        try {
          if (!this.next()) return resolve()
        } catch (error) {
          return reject(error instanceof Error ? error : new Error(String(error)))
        }
        queueMicrotask(() => process.nextTick(turn))
      }
      process.nextTick(turn)
    })
  }

  private next(): boolean {
    const { agenda, ready, random, faults } = this
    if (ready.length === 0 && agenda.isEmpty) return false
    if (++this.turns > mostTurns) throw new RunsForEver(`more than ${mostTurns} turns`)
    if (ready.length === 0 || (!agenda.isEmpty && (agenda.next <= this.now || faults.dawdle()))) {
      this.now = Math.max(this.now, agenda.next)
      agenda.take()()
      return true
    }
    const index = Math.floor(random.next() * ready.length)
    const waiting = ready[index] as Waiting
    ready[index] = ready[ready.length - 1] as Waiting
    ready.pop()
    if (!waiting.task.dead) this.perform(waiting)
    return true
  }

  private perform(waiting: Waiting): void {
    this.steps++
    this.now += Math.floor(this.random.next() * 40)
    const { task, step } = waiting
    const fault = this.faultAt(waiting)
    if (this.trace) this.trace(`${task.name}: ${step.verb} ${step.object}${fault ? ` !! ${fault}` : ''}`)
    if (fault === undefined) return this.answer(waiting)
    waiting.struck = true
    this.strike(waiting, fault)
  }

  private faultAt({ step, struck, askedAt }: Waiting): StepFault | undefined {
    // Nobody waits longer for WeChat; what the request does afterwards, nobody hears.
    if (step.what === 'wechat' && this.now - askedAt > patienceMs) return 'requestLate'
    return struck ? undefined : this.faults.at(step.what)
  }

  private strike(waiting: Waiting, fault: StepFault): void {
    const { task, step } = waiting
    switch (fault) {
      case 'crashBefore':
        return this.crash(task)
      case 'crashAfter':
        actUnheard(step)
        return this.crash(task)
      case 'storeDown':
      case 'noAnswer':
        return this.lose(waiting, fault)
      case 'storeReplyLost':
      case 'answerLost':
        actUnheard(step)
        return this.lose(waiting, fault)
      case 'requestLate':
        this.agenda.add(this.now + this.upTo(2 * minute), () => actUnheard(step))
        return this.lose(waiting, fault)
      case 'stall':
        return this.agenda.add(this.now + this.upTo(2 * minute), () => void this.ready.push(waiting))
      case 'clockJump':
        this.now += this.upTo(this.random.pick([5 * minute, 45 * minute, 30 * 60 * minute]))
        return void this.ready.push(waiting)
    }
  }

  private answer(waiting: Waiting): void {
    try {
      const value = waiting.step.act()
      if (value === later) this.agenda.add(this.now + 50, () => void this.ready.push(waiting))
      else waiting.resolve(value)
    } catch (error) {
      waiting.reject(error)
    }
  }

  private lose({ step, resolve, reject }: Waiting, fault: StepFault): void {
    try {
      resolve(step.lost(fault))
    } catch (error) {
      reject(error)
    }
  }

  private crash(task: Task): void {
    task.dead = true
    task.onCrash?.()
  }

  private upTo(milliseconds: number): number {
    return Math.floor(this.random.next() * milliseconds)
  }
}

/** Does the work of a step whose answer reaches nobody, whatever it is. */
function actUnheard(step: Step<unknown>): void {
  try {
    step.act()
  } catch {
    return
  }
}
