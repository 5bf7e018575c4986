/** `when`: for whom something holds. Compiled once per table; every key given must hold. */
import type { Condition, Days, Numbers, Span } from '../policy/table'
import { addDays, addMonths, ageOn, dayOfMonth, yearEnd, yearStart, type CivilDay } from './civilDay'
import type { Domains } from './domains'
import type { HeldIdentity } from './person'
import type { Situation } from './situation'

export type Test = (situation: Situation) => boolean

/** `ruralDibao` covers `ruralDibao/2`. */
export const covers = (listed: string, code: string): boolean =>
  code === listed || (code.startsWith(listed) && code.charCodeAt(listed.length) === 47)

const inDays = (range: Days, day: CivilDay): boolean =>
  (range.from === undefined || day >= range.from) &&
  (range.after === undefined || day > range.after) &&
  (range.to === undefined || day <= range.to) &&
  (range.before === undefined || day < range.before)

const inNumbers = (range: Numbers, n: number): boolean =>
  (range.from === undefined || n >= range.from) && (range.to === undefined || n <= range.to)

/** The last day of a span that starts with an event (民法典 201–202). */
export function lastDayOf(span: Span, event: CivilDay): CivilDay {
  const uncounted = span.countsFirstDay ? -1 : 0
  const months = span.months ? addMonths(event, span.months) : event
  return addDays(months, (span.days ?? 0) + uncounted)
}

/** An identity without a day was recognised before anyone can remember. */
export const recognisedIn = (range: Days | undefined, held: HeldIdentity): boolean =>
  range === undefined ||
  (held.since === undefined
    ? range.from === undefined && range.after === undefined
    : inDays(range, held.since))

/** Whether the person holds `listed`; a kind without its grade leaves a listed grade of that kind open. */
function holds(situation: Situation, listed: string, recognised?: Days): HeldIdentity | undefined {
  for (const held of situation.identities()) {
    if (covers(listed, held.code)) {
      if (recognisedIn(recognised, held)) return held
    } else if (covers(held.code, listed) && !held.code.includes('/')) {
      situation.require({ kind: 'fact', fact: 'identities' })
    }
  }
  return undefined
}

/** The first of some rows that holds for somebody; the checker proves that there is one, whatever the order. */
export function firstFor<R extends { test: Test }>(rows: readonly R[], s: Situation): R | undefined {
  for (const row of rows) if (row.test(s)) return row
  return undefined
}

/** The test of a row that is for everyone. */
export const always: Test = () => true

export const compileWhen = (when: Condition | undefined, domains: Domains): Test =>
  all(compileKeys(when, domains).values())

/** A test for each key that is given, in the order in which the table has them. */
export function compileKeys(when: Condition = {}, domains: Domains): ReadonlyMap<keyof Condition, Test> {
  const given = (Object.keys(when) as (keyof Condition)[]).filter((key) => when[key] !== undefined)
  return new Map(given.map((key) => [key, compileKey(key, when, domains)]))
}

/** Holds where all of these do. Asked one after the other: what the first rules out needs no further fact. */
export const all = (tests: Iterable<Test>): Test =>
  [...tests].reduce((before, test) => (before === always ? test : (s) => before(s) && test(s)), always)

function compileKey(key: keyof Condition, when: Condition, domains: Domains): Test {
  const compile = compilers[key] as (value: unknown, domains: Domains) => Test
  const test = compile(when[key], domains)
  domains.addTest(key, test)
  return test
}

type Compilers = {
  [K in keyof Condition]-?: (value: NonNullable<Condition[K]>, domains: Domains) => Test
}

interface Lists {
  anyOf?: readonly string[]
  allOf?: readonly string[]
  noneOf?: readonly string[]
}

/** A plain list means any of it. */
const listsOf = <L extends Lists>(value: readonly string[] | L): L | Lists =>
  'length' in value ? { anyOf: value } : value

const codesOf = ({ anyOf = [], allOf = [], noneOf = [] }: Lists): string[] => [...anyOf, ...allOf, ...noneOf]

const fits = ({ anyOf, allOf, noneOf }: Lists, has: (code: string) => unknown): boolean =>
  (!anyOf || anyOf.some(has)) && (!allOf || allOf.every(has)) && !noneOf?.some(has)

const is =
  (fact: 'sex' | 'parentInsured' | 'couldNotEnrollInBirthYear') =>
  (value: unknown): Test =>
  (s) =>
    s.fact(fact) === value

const oneCode =
  (fact: 'student' | 'residence' | 'otherCover') =>
  (value: readonly string[] | Lists, domains: Domains): Test => {
    const lists = listsOf(value)
    const { anyOf, noneOf } = lists
    domains.addCodes(fact, codesOf(lists))
    return (s) => {
      const code = s.fact(fact)
      return code !== undefined && (!anyOf || anyOf.includes(code)) && !noneOf?.includes(code)
    }
  }

const compilers: Compilers = {
  identities(value, domains) {
    const lists = Array.isArray(value) ? { anyOf: value } : value
    const { anyOf, allOf, noneOf } = lists
    const recognised = 'recognised' in lists ? lists.recognised : undefined
    for (const code of codesOf(lists)) domains.addDecidingIdentity(code, recognised)
    if (allOf) domains.addIdentitySet(allOf)
    return (s) =>
      fits({ anyOf, allOf }, (code) => holds(s, code, recognised)) &&
      fits({ noneOf }, (code) => holds(s, code))
  },
  age(value, domains) {
    // A child not yet born on the day counts as younger than anyone.
    const { from = -Infinity, to = Infinity, on } = value
    domains.addAges(from, to, on)
    const isOfAge = (born: CivilDay, day: CivilDay): boolean => {
      const age = ageOn(born, day)
      return age >= from && age <= to
    }
    return (s) => {
      const born = s.fact('born')
      if (born === undefined) return false
      if (on !== undefined) return isOfAge(born, ageDay(on, s))
      const byPayment = isOfAge(born, s.on)
      const byYear = isOfAge(born, yearStart(s.coverageYear))
      if (byPayment === byYear) return byPayment
      return s.choose(domains.undatedAge, 2) === 0 ? byPayment : byYear
    }
  },
  born: (range, domains) => {
    domains.addBirthDays(range)
    return (s) => {
      const born = s.fact('born')
      return born !== undefined && inDays(range, born)
    }
  },
  sex: is('sex'),
  parentInsured: is('parentInsured'),
  couldNotEnrollInBirthYear: is('couldNotEnrollInBirthYear'),
  student: oneCode('student'),
  residence: oneCode('residence'),
  otherCover: oneCode('otherCover'),
  history(value, domains) {
    if (typeof value === 'object' && 'lapsedYears' in value) {
      domains.addLapse(value.lapsedYears)
      return (s) => {
        const missed = s.missedYears()
        return missed !== 'never' && inNumbers(value.lapsedYears, missed)
      }
    }
    const kinds = [value].flat()
    return (s) => {
      const missed = s.missedYears()
      return kinds.includes(missed === 'never' ? 'firstTime' : missed === 0 ? 'continuous' : 'lapsed')
    }
  },
  repairedYears: (range) => (s) => inNumbers(range, s.person.repairedYears ?? 0),
  employeeCoverEnded: (value, domains) => {
    if (value !== 'never') domains.addCoverEnd(value)
    return (s) => employeeCoverEndedIn(value, s)
  },
  documents: (lists) => (s) => fits(lists, (code) => s.person.documents?.includes(code)),
  tier(value, domains) {
    const tiers = [value].flat()
    domains.addTiers(tiers)
    return (s) => {
      const tier = s.fact('tier')
      return tier !== undefined && tiers.includes(tier)
    }
  },
  paid: (range) => (s) => inDays(range, s.on),
  dayOfMonth: (range) => (s) => inNumbers(range, dayOfMonth(s.on)),
  anyOf(groups, domains) {
    const tests = groups.map((group) => compileWhen(group, domains))
    return (s) => tests.some((test) => test(s))
  },
  noneOf(groups, domains) {
    const tests = groups.map((group) => compileWhen(group, domains))
    return (s) => !tests.some((test) => test(s))
  },
}

function employeeCoverEndedIn(value: 'never' | Days | { within: Span }, s: Situation): boolean {
  const ended = s.fact('employeeCoverEnded')
  if (ended === undefined || ended === 'never' || value === 'never') return ended === value
  if ('within' in value) return ended <= s.on && s.on <= lastDayOf(value.within, ended)
  return inDays(value, ended)
}

function ageDay(on: string, situation: Situation): CivilDay {
  if (on === 'paymentDay') return situation.on
  if (on === 'yearStart') return yearStart(situation.coverageYear)
  if (on === 'yearEnd') return yearEnd(situation.coverageYear)
  return on
}
