/** Numbers that look random and are the same on every run (mulberry32), so that rounds can be compared. */
export interface Random {
  /** From 0, below 1. */
  next(): number
  /** True in `share` of all draws. */
  chance(share: number): boolean
  /** One of a list. */
  pick<T>(list: readonly T[]): T
  /** One of a list of values with their weights. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T
}

export function randomFrom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    weighted: (list) => {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0)
      let rest = next() * total
      for (const [value, weight] of list) {
        rest -= weight
        if (rest < 0) return value
      }
      return (list.at(-1) as (typeof list)[number])[0]
    },
  }
}
