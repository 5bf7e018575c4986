/** What a match finds of one resident, by the rules alone. */
import type { PolicyTable } from '../../shared/policy/table'
import { assess } from '../../shared/rules/assess'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Person } from '../../shared/rules/person'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { Found } from './findingRecord'
import { onBehalfOf } from './onBehalfOf'
import { owedTo } from './owedTo'
import { recognisedBy, type Had } from './recognisedBy'
import { whatChanged } from './whatChanged'

/** One resident as the match knows them. */
export interface Known {
  /** What the rosters say, without what has ended. */
  facts: Person
  ended: readonly Had[]
  /** The enrollment of the coverage year that stands. */
  enrollment: EnrollmentFields | undefined
  /** Codes as the match before saw them; null where it did not see the person. */
  before: readonly string[] | null
  /** The benefit card has, or will have, this year's money. */
  isOwed: boolean
}

/** One question to the rules: which notice, as of which day, about whom. */
export interface Asked {
  table: PolicyTable
  on: CivilDay
  known: Known
}

/** `unsettled`: has paid first, and the notice leaves open what comes back. `needsFacts`: that hangs on facts which are not given. */
export type Answered = Found | 'unsettled' | 'needsFacts' | undefined

export function findingFor(asked: Asked): Answered {
  return asked.known.enrollment
    ? (coverConflict(asked) ?? owedTo(asked) ?? whatChanged(asked))
    : (onBehalfOf(asked) ?? whatChanged(asked))
}

/** Enrolled here, and a roster says that the person is insured elsewhere. */
function coverConflict({ table, on, known: { facts, before } }: Asked): Found | undefined {
  const code = conflicts[facts.otherCover ?? 'none']
  if (code === undefined) return undefined
  const reason = assess(table, facts, on).reasons.find((each) => each.code === code)
  return {
    kind: code,
    fen: null,
    payMonth: null,
    clauses: reason?.clauses ?? [],
    missing: [],
    before,
    after: recognisedBy(facts, on).map((held) => held.code),
    identity: null,
  }
}

const conflicts = {
  none: undefined,
  employee: 'employeeInsured',
  residentElsewhere: 'enrolledElsewhere',
} as const
