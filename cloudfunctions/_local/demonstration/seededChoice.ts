/** Choices that look random and are the same for the same seed: mulberry32, 32 bits of state. */
export interface Choice {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number
  /** True for so many out of a thousand. */
  perThousand(share: number): boolean
  one<T>(items: readonly T[]): T
  /** A key by its weight; undefined for the rest, where the weights stay below `total`. */
  weighted(weights: readonly (readonly [string, number])[], total: number): string | undefined
}

export function seededChoice(seed: number): Choice {
  let state = seed >>> 0
  const number = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below)
  }
  return {
    number,
    perThousand: (share) => number(1000) < share,
    one: <T>(items: readonly T[]): T => {
      const item = items[number(items.length)]
      if (item === undefined) throw new RangeError('nothing to choose from')
      return item
    },
    weighted(weights, total) {
      let left = number(total)
      return weights.find(([, weight]) => (left -= weight) < 0)?.[0]
    },
  }
}
