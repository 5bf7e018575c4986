/** How a value stands in a table: stated, with several readings, or not at all; and how it is said on a page. */
import type { Clauses, OpenValue, Ruling } from '../../../../shared/policy/table'
import { union, type Clause } from '../../../../shared/rules/answer'
import { citingRuling, type Cite } from '../../../../shared/rules/openValue'
import type { Source, Sureness } from '../../components/ClauseChip'
import type { FactShown } from '../../components/SummaryList'
import { fullDay } from '../../texts/figures'
import { policy as words } from '../../texts/policy'
import type { Reader } from './reader'

/** A value in any form a table may give it. */
export type Spec<T> = OpenValue<T> | { value: T; clause: Clauses }

export interface Written<T> {
  sureness: Sureness
  /** One where it is stated, several readings, none where the notice is silent. */
  values: readonly T[]
  clauses: readonly Clause[]
  ask?: string
  ruling?: Ruling<T>
}

interface Open<T> {
  value?: T
  readings?: T[]
  clause?: Clauses
  ask?: string
  ruling?: Ruling<T>
}

const isOpenForm = <T>(spec: Spec<T>): spec is Exclude<Spec<T>, T | 'unstated'> =>
  typeof spec === 'object' &&
  spec !== null &&
  ('readings' in spec || 'unstated' in spec || ('value' in spec && 'clause' in spec))

/** Reads a value; `around` are the clauses of the row it stands in. A ruling makes it stated. */
export function written<T>(spec: Spec<T>, around: Clauses | undefined, cite: Cite): Written<T> {
  if (spec === 'unstated') return { sureness: 'unstated', values: [], clauses: cite(around) }
  if (!isOpenForm(spec)) return { sureness: 'stated', values: [spec as T], clauses: cite(around) }
  const { value, readings, clause, ask, ruling } = spec as Open<T>
  const clauses = union(cite(clause), cite(around))
  if (ruling) {
    const cited = union([citingRuling(ruling)], clauses)
    return { sureness: 'stated', values: [ruling.value], clauses: cited, ask, ruling }
  }
  if (value !== undefined) return { sureness: 'stated', values: [value], clauses }
  return { sureness: readings ? 'readings' : 'unstated', values: readings ?? [], clauses, ask }
}

/** What is written in lines: each reading in one of its own, silence with whom to ask, a ruling with who made it. */
export function linesOf<T>(
  { sureness, values, ask, ruling }: Written<T>,
  says: (value: T) => readonly string[],
  reader: Reader,
): string[] {
  if (sureness === 'unstated') return [words.unstated, words.askOffice(reader.office(ask))]
  if (sureness === 'stated') {
    const lines = values.flatMap(says)
    return ruling ? [...lines, words.ruled(ruling.by, fullDay(ruling.on))] : lines
  }
  const readings = values.map((value, index) => {
    const text = says(value).join('，')
    return index === 0 ? words.oneReading(text) : words.otherReading(text)
  })
  return [...readings, words.bureauDecides(reader.office(ask))]
}

/** A fact of a page with the clause behind it. */
export const factOf = (
  key: string,
  label: string,
  lines: readonly string[],
  sureness: Sureness,
  clauses: readonly Clause[],
): FactShown => ({
  key,
  label,
  lines: [...new Set(lines)],
  source: { sureness, clauses, says: `${label}：${sentences(lines)}` } satisfies Source,
})

const sentences = (lines: readonly string[]): string =>
  lines.map((line) => (line.endsWith('。') ? line : `${line}。`)).join('')

/** A value of the table as a fact. */
export function fact<T>(
  reader: Reader,
  key: string,
  label: string,
  spec: Spec<T>,
  around: Clauses | undefined,
  says: (value: T) => readonly string[],
): FactShown {
  const value = written(spec, around, reader.cite)
  return factOf(key, label, linesOf(value, says, reader), value.sureness, value.clauses)
}
