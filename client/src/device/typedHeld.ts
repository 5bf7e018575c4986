const tenMinutesMs = 10 * 60 * 1000

const held = new Map<string, { typed: object; at: number }>()

/**
 * What was typed about a person, for whoever taps “back” by mistake: in memory alone and for ten minutes, because a phone
 * may be the village's and a name with its ID number must not lie on it (decision 0016).
 */
export const holdTyped = (page: string, typed: object): void => void held.set(page, { typed, at: Date.now() })

export function heldTyped<Typed extends object>(page: string): Partial<Typed> | undefined {
  const found = held.get(page)
  if (!found || Date.now() - found.at >= tenMinutesMs) return undefined
  return found.typed
}

export const letGoOfAllTyped = (): void => held.clear()

export const letGoOfTyped = (page: string): void => void held.delete(page)
