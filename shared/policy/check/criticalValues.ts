/** The values at which the conditions of a list of rows can change their mind. */
import type { Condition, Days, Numbers, Span } from '../table'
import type { CivilDay } from '../../rules/civilDay'
import { isRecord, walk } from './examined'

export interface CriticalValues {
  /** Bounds of the payment day. */
  paid: Set<CivilDay>
  daysOfMonth: Set<number>
  repairedYears: Set<number>
  documents: Set<string>
  /** How long ago employee cover may have ended. */
  spans: Span[]
  /** Identities by code, with the bounds of the days on which they must have been recognised. */
  identities: Map<string, Set<CivilDay>>
  /** Identities that count only together. */
  identitySets: string[][]
}

export const boundsOf = ({ from, after, to, before }: Days): CivilDay[] =>
  [from, after, to, before].filter((day) => day !== undefined)

const numbersOf = ({ from, to }: Numbers): number[] => [from, to].filter((n) => n !== undefined)

export function criticalValuesOf(conditions: readonly (Condition | undefined)[]): CriticalValues {
  const found: CriticalValues = {
    paid: new Set(),
    daysOfMonth: new Set(),
    repairedYears: new Set(),
    documents: new Set(),
    spans: [],
    identities: new Map(),
    identitySets: [],
  }
  walk(conditions, (value, path) => {
    if (isRecord(value) && typeof path.at(-1) === 'number') collect(value, found)
  })
  return found
}

function collect(condition: Condition, found: CriticalValues): void {
  const { paid, dayOfMonth, repairedYears, documents, employeeCoverEnded, identities } = condition
  for (const day of boundsOf(paid ?? {})) found.paid.add(day)
  for (const day of numbersOf(dayOfMonth ?? {})) found.daysOfMonth.add(day)
  for (const years of numbersOf(repairedYears ?? {})) found.repairedYears.add(years)
  for (const codes of Object.values(documents ?? {}))
    for (const code of codes ?? []) found.documents.add(code)
  if (isRecord(employeeCoverEnded) && 'within' in employeeCoverEnded)
    found.spans.push(employeeCoverEnded.within)
  if (identities) collectIdentities(Array.isArray(identities) ? { anyOf: identities } : identities, found)
}

function collectIdentities(
  condition: { anyOf?: string[]; allOf?: string[]; noneOf?: string[]; recognised?: Days },
  found: CriticalValues,
): void {
  const { anyOf = [], allOf = [], noneOf = [], recognised = {} } = condition
  for (const code of [...anyOf, ...allOf, ...noneOf]) {
    const days = found.identities.get(code) ?? new Set<CivilDay>()
    for (const bound of boundsOf(recognised)) days.add(bound)
    found.identities.set(code, days)
  }
  if (allOf.length > 1) found.identitySets.push(allOf)
}
