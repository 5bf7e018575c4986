/**
 * What can go wrong between merchant and WeChat Pay, for the next requests in turn:
 * `loseReply` does the work and never answers; `strangerSigns`, `unsigned` and `staleSignature` spoil the
 * reply's signature; `otherOrder` answers, duly signed, about an order or refund nobody asked for; `systemError`,
 * `frequencyLimited`, `userPaying` and `notEnough` (no money at hand) answer before any work is done.
 */
export type Fault =
  | 'loseReply'
  | 'strangerSigns'
  | 'unsigned'
  | 'staleSignature'
  | 'otherOrder'
  | 'systemError'
  | 'frequencyLimited'
  | 'userPaying'
  | 'notEnough'

export interface Faults {
  /** Each fault strikes one request, in this order. */
  plan(...faults: Fault[]): void
  take(): Fault | undefined
}

export function faults(): Faults {
  const planned: Fault[] = []
  return {
    plan: (...more) => {
      planned.push(...more)
    },
    take: () => planned.shift(),
  }
}
