import type { CitedValue, End, OpenValue, PlainEnd } from '../policy/table'
import type { Clause } from './answer'
import { yearEnd, type CivilDay } from './civilDay'
import { compileCited, compileOpen, type Cite, type Pick } from './openValue'

const dayOf =
  (coverageYear: number) =>
  (end: PlainEnd): CivilDay =>
    end === 'yearEnd' ? yearEnd(coverageYear) : end

/** The last day of cover a newborn stage states for itself. */
export const compileEnd = (
  end: End,
  coverageYear: number,
  clauses: readonly Clause[],
  cite: Cite,
): Pick<CivilDay> => compileOpen(end as OpenValue<PlainEnd>, clauses, cite, dayOf(coverageYear))

/** The last day of cover (待遇享受期止) the table states for everyone. */
export const compileCitedEnd = (
  end: CitedValue<PlainEnd>,
  coverageYear: number,
  cite: Cite,
): Pick<CivilDay> => compileCited(end, cite, dayOf(coverageYear))
