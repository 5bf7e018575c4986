/** 几种办法: what each table a child may fall under says, and until when. Nothing is taken from another year. */
import type { PolicyTable } from '../../../../shared/policy/table'
import { assess } from '../../../../shared/rules/assess'
import type { Answer, Stated } from '../../../../shared/rules/answer'
import type { Assessment } from '../../../../shared/rules/assessment'
import { addDays, yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import { singlesOf } from '../../../../shared/rules/joinAnswers'
import type { Person } from '../../../../shared/rules/person'
import { personOf, type Child } from './childOf'

/** One way of enrolling the child. */
export interface Way {
  table: PolicyTable
  person: Person
  /** As of today. */
  assessment: Assessment
  /** As of the day after every reading of the limit; absent where there is no limit. */
  afterwards?: Assessment
  /** Every last day the text allows, the earliest first; none where the notice sets no limit for this child. */
  lastDays: readonly Stated<CivilDay>[]
  /** The notice leaves newborns to the bureau. */
  silent: boolean
}

/** The ways under the tables at hand: of the birth year, and of the year after. */
export const waysOf = (tables: readonly PolicyTable[], child: Child, today: CivilDay): Way[] =>
  tables.flatMap((table) => waysUnder(table, child, today))

/** For a child of the year before, the notice may tell apart whether it could have been enrolled then. */
function waysUnder(table: PolicyTable, child: Child, today: CivilDay): Way[] {
  const could = wayOf(table, personOf(child, false), today)
  if (yearOf(child.born) === table.coverageYear) return [could]
  const couldNot = wayOf(table, personOf(child, true), today)
  return isSame(could, couldNot) ? [could] : [couldNot, could]
}

function wayOf(table: PolicyTable, person: Person, today: CivilDay): Way {
  const assessment = assess(table, person, today)
  const limit = assessment.newbornDeadline ?? limitAtBirth(table, person, today)
  const lastDays = limit ? daysOf(limit) : []
  const latest = lastDays[lastDays.length - 1]
  return {
    table,
    person,
    assessment,
    lastDays,
    silent: limit?.kind === 'unstated',
    ...(latest && { afterwards: assess(table, person, addDays(latest.value, 1)) }),
  }
}

/** Past its limit a child is like anyone else; the limit it had is still said. */
function limitAtBirth(table: PolicyTable, person: Person, today: CivilDay): Answer<CivilDay> | undefined {
  const { born = today } = person
  return assess(table, person, born).newbornDeadline
}

function daysOf(limit: Answer<CivilDay>): Stated<CivilDay>[] {
  const days = singlesOf(limit).flatMap((day) => (day.kind === 'stated' ? [day] : []))
  return days.sort((one, other) => (one.value < other.value ? -1 : 1))
}

const isSame = (one: Way, other: Way): boolean =>
  JSON.stringify([one.assessment, one.lastDays]) === JSON.stringify([other.assessment, other.lastDays])

/** The way that leads: one that is open today with the earliest last day, else one that was open, else what there is. */
export function leading(ways: readonly Way[], today: CivilDay): Way | undefined {
  const open = ways.filter((way) => isOpen(way, today))
  const limited = ways.filter(({ lastDays }) => lastDays.length > 0)
  return earliest(open) ?? earliest(limited) ?? ways.find(({ silent }) => silent) ?? ways[0]
}

/** A limit that has not passed under every reading, and a stage that buys cover. */
export const isOpen = ({ lastDays, assessment }: Way, today: CivilDay): boolean =>
  lastDays.some((day) => day.value >= today) && assessment.decision !== 'refused'

const earliest = (ways: readonly Way[]): Way | undefined =>
  [...ways].sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1))[0]

const firstDay = ({ lastDays }: Way): CivilDay => lastDays[0]?.value ?? ''

/** Facts on which a way still hangs and which may be asked for. */
export const openFacts = (ways: readonly Way[]): string[] => [
  ...new Set(ways.flatMap(({ assessment }) => assessment.missing)),
]
