/** Everything the page says about one child, from the tables at hand. */
import type { PolicyTable } from '../../../../shared/policy/table'
import { yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import { needsHouseholdRegister } from '../../../../shared/rules/householdRegister'
import type { Source } from '../../components/ClauseChip'
import type { FactShown } from '../../components/SummaryList'
import { safest, sourceOf } from '../../texts/answers'
import { fullDay } from '../../texts/figures'
import { newborn as words } from '../../texts/newborn'
import type { NamedNotice } from '../../texts/notices'
import type { Office } from '../../texts/offices'
import { result } from '../../texts/result'
import { channelName } from '../../texts/vocabulary'
import type { Child } from './childOf'
import { daysOf, type DayShown } from './daysOf'
import { accountOf, consequenceOf, errandOf, lateOf } from './factsOf'
import { heroOf, type NewbornHeroShown } from './heroOf'
import { registrable, type Registrable } from './registrable'
import { isOpen, leading, waysOf, type Way } from './waysOf'

/** One way of enrolling the child, as a card shows it. */
export interface WayShown {
  key: string
  title: string
  label?: string
  facts: readonly FactShown[]
  /** Where the child can be registered and paid for here, this way, today. */
  here?: Registrable
}

/** The whole page about one child. */
export interface NewbornShown {
  who: string
  hero: NewbornHeroShown
  /** The coverage year whose table leads; none where there is no table. */
  year?: number
  ways: readonly WayShown[]
  /** Coverage years this child falls under and no table answers for. */
  withoutTable: readonly number[]
  days: readonly DayShown[]
  steps?: { lines: readonly string[]; source?: Source }
  errand: readonly FactShown[]
  /** Where the money goes, where it is not WeChat. */
  notHere?: string
  office?: Office
  notices: readonly NamedNotice[]
}

/** The coverage years a child may fall under: the year of its birth, and the next. */
export const yearsFor = (born: CivilDay): [number, number] => [yearOf(born), yearOf(born) + 1]

/** Reads the tables of both years a child may fall under; where one is missing, that is said. */
export function newbornOf(child: Child, tables: readonly PolicyTable[], today: CivilDay): NewbornShown {
  const ways = waysOf(tables, child, today)
  const lead = leading(ways, today)
  const years = yearsFor(child.born)
  const named = years.map(words.year).join(result.and)
  return {
    who: words.who(fullDay(child.born)),
    hero: heroOf(lead, child.born, today, named),
    year: lead?.table.coverageYear,
    ways: ways.map((way) => wayShown(way, child, today)),
    withoutTable: years.filter((year) => !tables.some(({ coverageYear }) => coverageYear === year)),
    days: lead ? daysOf(lead, child.born, today) : [],
    steps: lead && isOpen(lead, today) ? stepsOf(lead, child) : undefined,
    errand: lead ? errand(lead, today) : [],
    notHere: lead && isOpen(lead, today) ? notHere(lead) : undefined,
    office: lead && officeOf(lead),
    notices: tables.map(({ notice: { id, title, number, issued } }) => ({
      id,
      title,
      number: number === 'unstated' ? undefined : number,
      issued: issued === 'unstated' ? undefined : issued,
    })),
  }
}

function wayShown(way: Way, child: Child, today: CivilDay): WayShown {
  const year = words.year(way.table.coverageYear)
  const label = safest(way.assessment.newbornStage)?.label ?? (way.silent ? words.asEverybody : undefined)
  const here = registrable(way, child, today)
  return { key: `${year}${label ?? ''}`, title: year, label, facts: accountOf(way), ...(here && { here }) }
}

/** Bring and pay while there is time; what follows from being late in either case. */
function errand(lead: Way, today: CivilDay): FactShown[] {
  if (isOpen(lead, today)) return [...errandOf(lead), ...lateOf(lead)]
  const first = lead.lastDays[0]
  if (!first) return errandOf(lead)
  const clauses = lead.lastDays.flatMap((day) => [...day.clauses])
  const silence: Source = { sureness: 'unstated', clauses, says: words.lateUnstated }
  return [{ key: 'late', label: words.late, ...consequenceOf(lead.assessment, silence) }]
}

function stepsOf({ assessment }: Way, { home }: Child): NewbornShown['steps'] {
  const { newbornStage } = assessment
  if (!newbornStage) return undefined
  const written = safest(newbornStage)?.steps ?? []
  const first = home === 'notYet' && needsHouseholdRegister(assessment) ? [words.registerFirst] : []
  const lines = [...first, ...written]
  if (lines.length === 0) return undefined
  return { lines, source: sourceOf(newbornStage, written.join('；') || words.noSteps) }
}

function notHere({ assessment }: Way): string | undefined {
  const codes = safest(assessment.channels)
  if (!codes || codes.includes('wechat')) return undefined
  return words.counterOnly(codes.map(channelName).join(result.and))
}

const officeOf = ({ table, assessment }: Way): Office | undefined =>
  table.offices[assessment.ask] ?? table.offices[table.ask]
