/** The values inside an open form: what is stated, each reading, and what a bureau ruled. */
import type { Path } from '../readTable'
import { isRecord } from './examined'

export interface PlainValue<T> {
  value: T
  /** Where it stands, from the open form on. */
  at: Path
}

/** Nothing for `unstated`, one value for a plain one, several for readings; a ruling counts as one more. */
export function plainValues<T>(spec: unknown): PlainValue<T>[] {
  if (spec === undefined || spec === 'unstated') return []
  if (!isRecord(spec)) return [{ value: spec as T, at: [] }]
  const { readings, ruling, unstated } = spec
  const ruled = isRecord(ruling) ? [{ value: ruling.value as T, at: ['ruling', 'value'] }] : []
  if (Array.isArray(readings))
    return [...readings.map((value: T, i) => ({ value, at: ['readings', i] })), ...ruled]
  if (unstated === true) return ruled
  return 'value' in spec && 'clause' in spec
    ? [{ value: spec.value as T, at: ['value'] }]
    : [{ value: spec as T, at: [] }]
}
