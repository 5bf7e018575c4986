import { assess } from '../../shared/rules/assess'
import type { Assessment } from '../../shared/rules/assessment'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Person } from '../../shared/rules/person'
import type { PolicyInForce } from '../_ports/policies'
import type { ServicePorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { isNamedOnRoster } from '../_imports/isNamedOnRoster'
import { rostersAreIn } from '../_imports/rosterStanding'
import { isEnrolledElsewhere } from '../_orders/isEnrolledElsewhere'
import { enrollmentOf, yearsOf, type EnrollmentFields } from './enrollmentRecord'
import type { Resident } from './residentRecord'

/** What a resident says of themselves before paying. */
export interface Answers {
  otherCover?: Person['otherCover']
}

/** Other cover that a record shows: this place's roster, or an enrollment in another one. */
export type RecordedCover = 'employee' | 'residentElsewhere'

export interface AssessedResident {
  assessment: Assessment
  facts: Person
  enrollment: Stored<EnrollmentFields> | undefined
  /** What a record shows, whatever was answered; undefined where none shows other cover. */
  recorded: RecordedCover | undefined
}

/** The rule module's answer for one resident on a day (today), on what the roster, the enrollments and the resident say. */
export async function assessResident(
  ports: ServicePorts,
  resident: Resident,
  policy: PolicyInForce,
  answers: Answers = {},
  on: CivilDay = ports.clock.today(),
): Promise<AssessedResident> {
  const enrollment = await enrollmentOf(ports, resident.id, policy.coverageYear)
  const recorded = await recordedCover(ports, resident, policy.coverageYear)
  const facts: Person = {
    ...resident.facts,
    ...(await identitiesOf(ports, resident, policy)),
    ...otherCoverOf(recorded ?? resident.facts.otherCover, answers.otherCover),
    ...(await lastCoveredOf(ports, resident, policy.coverageYear)),
    ...paidOf(enrollment?.fields),
  }
  return { assessment: assess(policy.table, facts, on), facts, enrollment, recorded }
}

/**
 * Whoever stands on no roster has no identity, as soon as all of them are in; until then it is not known, nor of somebody whose row was
 * rejected or has a wrong digit.
 */
async function identitiesOf(
  ports: ServicePorts,
  resident: Resident,
  { table }: PolicyInForce,
): Promise<Pick<Person, 'identities'>> {
  if (resident.facts.identities !== undefined) return {}
  if (!(await rostersAreIn(ports.store, table)) || (await isNamedOnRoster(ports, table.region, resident)))
    return {}
  return { identities: [] }
}

async function recordedCover(
  ports: ServicePorts,
  resident: Resident,
  coverageYear: number,
): Promise<RecordedCover | undefined> {
  const { otherCover } = resident.facts
  if (otherCover === 'employee' || otherCover === 'residentElsewhere') return otherCover
  return (await isEnrolledElsewhere(ports, resident, coverageYear)) ? 'residentElsewhere' : undefined
}

/** A record that says insured wins over the resident; otherwise what the resident says is the newer knowledge. */
function otherCoverOf(roster: Person['otherCover'], said: Person['otherCover']): Pick<Person, 'otherCover'> {
  const otherCover = roster === undefined || roster === 'none' ? (said ?? roster) : roster
  return otherCover === undefined ? {} : { otherCover }
}

/** The latest enrolled year before this one, from our own records or the roster, whichever is later. */
async function lastCoveredOf(
  ports: ServicePorts,
  resident: Resident,
  coverageYear: number,
): Promise<Pick<Person, 'lastCovered'>> {
  const earlier = yearsOf(ports, resident.region).filter((year) => year < coverageYear)
  const enrollments = await Promise.all(earlier.map((year) => enrollmentOf(ports, resident.id, year)))
  const enrolled = enrollments.flatMap((one) => (one ? [one.fields.coverageYear] : []))
  const { lastCovered } = resident.facts
  const latest = Math.max(
    ...enrolled,
    typeof lastCovered === 'number' && lastCovered < coverageYear ? lastCovered : 0,
  )
  if (latest > 0) return { lastCovered: latest }
  return lastCovered === 'never' ? { lastCovered } : {}
}

const paidOf = (enrollment: EnrollmentFields | undefined): Pick<Person, 'paid'> =>
  enrollment && enrollment.paidOn !== null && enrollment.paidFen !== null
    ? { paid: { on: enrollment.paidOn, fen: enrollment.paidFen } }
    : {}
