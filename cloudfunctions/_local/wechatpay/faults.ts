/**
 * What can go wrong between merchant and WeChat Pay, for the next requests in turn:
 * `loseReply` does the work and never answers; `strangerSigns`, `unsigned` and `staleSignature` spoil the
 * reply's signature; `otherOrder` answers, duly signed, about an order or refund nobody asked for; `systemError`,
 * `frequencyLimited`, `userPaying` and `notEnough` (no money at hand) answer before any work is done.
 */
export const requestFaults = [
  'loseReply',
  'strangerSigns',
  'unsigned',
  'staleSignature',
  'otherOrder',
  'systemError',
  'frequencyLimited',
  'userPaying',
  'notEnough',
] as const
export type Fault = (typeof requestFaults)[number]

/**
 * What can be wrong with the next bills asked for, in turn: `creating`: it is not written yet · of the file,
 * `cutOnTheWay`: half of it arrives · `wrongHash`: the signed hash is another's · `elsewhere`: the signed address is
 * on somebody else's host · and, duly hashed, `writtenShort`: WeChat's own file ends early · `strangerRow`: a payment
 * nobody knows · `missingRow`: the first row is not there · `otherSum`: the first row is one fen dearer.
 */
export const billFaults = [
  'creating',
  'cutOnTheWay',
  'wrongHash',
  'elsewhere',
  'writtenShort',
  'strangerRow',
  'missingRow',
  'otherSum',
] as const
export type BillFault = (typeof billFaults)[number]

export interface Faults<F> {
  /** Each fault strikes one request, in this order. */
  plan(...faults: F[]): void
  take(): F | undefined
}

export function createFaults<F>(): Faults<F> {
  const planned: F[] = []
  return {
    plan: (...more) => {
      planned.push(...more)
    },
    take: () => planned.shift(),
  }
}
