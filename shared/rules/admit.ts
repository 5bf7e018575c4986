/** 能不能在这里参保: what the rules of eligibility alone say, whatever day of the collection it is. */
import type { PolicyTable } from '../policy/table'
import type { Papers } from './assessment'
import type { CivilDay } from './civilDay'
import { admissionOf, type Admission } from './eligibility'
import type { Person } from './person'
import { rulesOf } from './prepare'
import { Situation } from './situation'

/** Whether someone may enroll here, with which papers, and where. An unknown fact that matters leaves it `unstated`. */
export function admit(table: PolicyTable, person: Person, on: CivilDay): Admission {
  const { coverageYear, eligibility } = rulesOf(table, on)
  return admissionOf(eligibility, new Situation(person, on, coverageYear))
}

/** What someone who is insured already has to show instead of enrolling. */
export const papersOfInsured = (
  table: PolicyTable,
  cover: 'employee' | 'residentElsewhere',
  on: CivilDay,
): Papers => rulesOf(table, on).exclusions[cover].papers
