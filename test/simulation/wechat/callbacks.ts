/** WeChat's callbacks: sent again until they are answered with 200, and on the way lost, doubled, late or forged. */
import type { Random } from '../../bench/randomFrom'
import type { RawNotification, ReadNotification } from '../../../cloudfunctions/_ports/payments'
import type { Faults } from '../engine/faults'
import type { Scheduler } from '../engine/scheduler'

type Genuine = Exclude<ReadNotification, { kind: 'rejected' }>

const second = 1000
/** How long WeChat waits before it sends a callback again. */
const pausesMs = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800].map((seconds) => seconds * second)

/** Of a callback that must be heard: by far enough to come through. */
const mostAttempts = 60

/** Hands a callback to the service; `undefined`: the invocation died, nobody answered. */
export type Deliver = (raw: RawNotification) => Promise<number | undefined>

export class Callbacks {
  private readonly genuine = new Map<string, Genuine>()
  private events = 0

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly deliver: Deliver,
  ) {}

  newEventId(): string {
    return `event-${++this.events}`
  }

  /** Tells the service. `stubborn`: nobody can find it out by asking, so WeChat goes on until it is heard. */
  tell(event: Genuine, stubborn = false): void {
    const { random, faults } = this
    const body = `${event.eventId} ${this.genuine.size}`
    this.genuine.set(body, event)
    if (!stubborn && faults.chance('callbackNeverSent', 0.3)) return
    const late = faults.chance('callbackLate', 0.2) ? random.next() * 3 * 3600 * second : 0
    this.send(body, random.next() * 5 * second + late, 0, stubborn)
    if (faults.chance('callbackTwice', 0.2)) this.send(body, random.next() * 60 * second, 0, false)
    if (faults.chance('callbackForged', 0.2))
      this.send(`forged ${body}`, random.next() * 60 * second, 8, false)
    if (faults.chance('callbackNewEvent', 0.2)) this.tell({ ...event, eventId: this.newEventId() }, false)
  }

  /** What a genuine signature would say of it. */
  read({ body }: RawNotification): ReadNotification {
    return this.genuine.get(body) ?? { kind: 'rejected', reason: 'signature' }
  }

  private send(body: string, afterMs: number, attempt: number, stubborn: boolean): void {
    this.scheduler.after(afterMs, () => {
      if (this.faults.chance('callbackLost', 0.3)) return this.again(body, attempt, stubborn)
      void this.deliver({ body, headers: {} }).then((status) => {
        if (status !== 200) this.again(body, attempt, stubborn)
      })
    })
  }

  private again(body: string, attempt: number, stubborn: boolean): void {
    const pause = pausesMs[attempt] ?? (stubborn && attempt < mostAttempts ? 1800 * second : undefined)
    if (pause !== undefined) this.send(body, pause, attempt + 1, stubborn)
  }
}
