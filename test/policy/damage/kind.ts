/** A kind of damage to a table: where it can be done, how, and which rules are to notice it. */
import type { Path } from '../../../shared/policy/readTable'
import { type Data, places } from './data'

export interface Damage {
  kind: string
  /** Any of these may notice it; in the open list of what nobody can notice there is none. */
  rules: readonly string[]
  /** Where the fault is to stand, if not in the section that was damaged. */
  seenIn?: readonly string[]
  /** The places of this table where it can be done. */
  sites(data: Data): Site[]
}

export interface Site {
  /** Where the damage is; the fault is to stand in the same section of the file, or at the top for a lost section. */
  at: Path
  /** Changes the data. */
  change?: (data: Data) => void
  /** Changes the text instead. */
  rewrite?: (text: string) => string
}

type Where = string | readonly string[] | ((data: Data) => Path[])

const find = (data: Data, where: Where, fits: (value: unknown) => boolean): Path[] => {
  if (typeof where === 'function') return where(data)
  const patterns = typeof where === 'string' ? [where] : where
  return patterns.flatMap((pattern) => places(data, pattern, fits))
}

/** Damage done at every place that matches. */
export const damage = (
  kind: string,
  rules: string | readonly string[],
  where: Where,
  change: (data: Data, path: Path) => void,
  fits: (value: unknown) => boolean = () => true,
): Damage => ({
  kind,
  rules: typeof rules === 'string' ? [rules] : rules,
  sites: (data) => find(data, where, fits).map((at) => ({ at, change: (changed) => change(changed, at) })),
})

/** Damage whose fault stands in another section: of two sums that differ, the checker cannot know the wrong one. */
export const seenIn = (sections: readonly string[], done: Damage): Damage => ({ ...done, seenIn: sections })

/** Damage done to the text, in one place. */
export const textDamage = (kind: string, rule: string, rewrite: (text: string) => string): Damage => ({
  kind,
  rules: [rule],
  sites: () => [{ at: [], rewrite }],
})
