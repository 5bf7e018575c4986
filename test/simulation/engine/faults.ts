import type { Random } from '../../bench/randomFrom'

/**
 * What may go wrong at a step: `crashBefore` and `crashAfter` end the invocation that took it · `storeDown` nothing
 * happened and the caller is told so · `storeReplyLost` it happened, and the caller gets an error · `noAnswer` WeChat never
 * got the request · `answerLost` WeChat did it, and nobody hears · `requestLate` WeChat gets the request after the caller
 * has given up · `stall` the step waits for a while · `clockJump` a long time passes before anything else happens.
 */
const faultKinds = [
  'crashBefore',
  'crashAfter',
  'storeDown',
  'storeReplyLost',
  'noAnswer',
  'answerLost',
  'requestLate',
  'stall',
  'clockJump',
] as const
export type StepFault = (typeof faultKinds)[number]

/** What may go wrong outside our steps: with callbacks, payers and WeChat's own books. */
const mishaps = [
  'callbackNeverSent',
  'callbackLost',
  'callbackLate',
  'callbackTwice',
  'callbackNewEvent',
  'callbackForged',
  'oddPayment',
  'paidAfterClose',
  'refundNotEnough',
  'refundAbnormal',
  'refundClosed',
  'refundRefused',
  'oddRefund',
  'pollerMissed',
  'noticeAmended',
  'rosterArrives',
] as const
export type Mishap = (typeof mishaps)[number]

const ofStore = ['crashBefore', 'crashAfter', 'storeDown', 'storeReplyLost', 'stall', 'clockJump'] as const
const ofWechat = [
  'crashBefore',
  'crashAfter',
  'noAnswer',
  'answerLost',
  'requestLate',
  'stall',
  'clockJump',
] as const

/** How much more often than a plain read a step of this kind is struck: where it is decided what has happened. */
const weights = { read: 1, begin: 1, inside: 1.5, write: 4, commit: 4, wechat: 6 } as const
export type Struck = keyof typeof weights

/** Most rates are low: a run in which nothing ever succeeds proves little. */
const rates = [0, 0.002, 0.006, 0.01, 0.03]

/** Decides, by the seed, which kinds of faults this run has and which step is struck. */
export class Faults {
  readonly struck = new Map<string, number>()
  private readonly rate: number
  private readonly ofStore: readonly StepFault[]
  private readonly ofWechat: readonly StepFault[]
  private readonly mishaps: ReadonlySet<Mishap>
  /** Nothing goes wrong before the scene begins, and nothing after it has ended. */
  private over = true

  constructor(private readonly random: Random) {
    this.rate = random.pick(rates)
    // A run with a few kinds only gets further into them than one with all.
    const share = random.pick([0.3, 0.6, 1])
    this.mishaps = new Set(mishaps.filter(() => random.chance(share * 0.6)))
    const chosen = new Set(faultKinds.filter(() => random.chance(share)))
    this.ofStore = ofStore.filter((kind) => chosen.has(kind))
    this.ofWechat = ofWechat.filter((kind) => chosen.has(kind))
  }

  at(what: Struck): StepFault | undefined {
    if (this.over || this.rate === 0 || this.random.next() >= this.rate * weights[what]) return undefined
    const kinds = what === 'wechat' ? this.ofWechat : this.ofStore
    if (kinds.length === 0) return undefined
    const kind = this.random.pick(kinds)
    this.count(kind)
    return kind
  }

  /** Whether this mishap happens now: never in a run that has not drawn it, else with this share. */
  chance(mishap: Mishap, share: number): boolean {
    if (this.over || !this.mishaps.has(mishap) || this.random.next() >= share) return false
    this.count(mishap)
    return true
  }

  /** Now and then time passes although something could be done at once. */
  dawdle(): boolean {
    return !this.over && this.random.next() < 0.03
  }

  private count(kind: string): void {
    this.struck.set(kind, (this.struck.get(kind) ?? 0) + 1)
  }

  begin(): void {
    this.over = false
  }

  /** From now on everything works: what is stuck then is stuck for ever. */
  end(): void {
    this.over = true
  }
}
