/** 新生儿: limits that make sense, and stages each of which some child can reach, whatever their order. */
import { addDays, yearEnd, yearStart, yearOf, type CivilDay } from '../../rules/civilDay'
import { lastDayOf } from '../../rules/conditions'
import type { Person } from '../../rules/person'
import type { Fault, Path } from '../readTable'
import type { Span, Stage } from '../table'
import { boundsOf } from './criticalValues'
import { isRecord, walk, type Examined, type Rule } from './examined'
import { describe } from './exactlyOne'
import { matchRows, type Match } from './matchRows'
import { plainValues } from './openForms'
import { sameData } from './sameData'

export const checkNewborn: Rule = (examined) => {
  const { newborn } = examined.table
  if ('unstated' in newborn)
    return newborn.within ? wrongLimit(newborn.within, ['newborn', 'within'], examined) : []
  const stages = newborn.stages
  return [...stages.flatMap((stage, at) => stageAlone(stage, at, examined)), ...together(stages, examined)]
}

const longestDays = 731
const longestMonths = 24
const shortestDays = 15

function wrongLimit({ days, months }: Span, path: Path, { fault }: Examined): Fault[] {
  if (days !== undefined && months !== undefined)
    return [fault(path, 'newborn-limit', '一个期限只写 days 或 months；两种都有就分成两条，各写依据')]
  if (days === undefined && months === undefined)
    return [fault(path, 'newborn-limit', '期限没有写天数或月数；请补 days 或 months')]
  const isLikely =
    days === undefined
      ? (months ?? 0) > 0 && (months ?? 0) <= longestMonths
      : days >= shortestDays && days <= longestDays
  const key = days === undefined ? 'months' : 'days'
  return isLikely
    ? []
    : [
        fault(
          [...path, key],
          'newborn-limit',
          `${key}: ${days ?? months} 不像新生儿的期限；请核对天和月有没有写反`,
        ),
      ]
}

function stageAlone(stage: Stage, at: number, examined: Examined): Fault[] {
  const path = ['newborn', 'stages', at]
  const { within = [], chargeIn = {} } = stage
  const { table, fault } = examined
  const faults = within.flatMap((limit, index) => wrongLimit(limit, [...path, 'within', index], examined))
  const uncited = within.length > 1 ? within.findIndex(({ clause }) => clause === undefined) : -1
  if (uncited >= 0)
    faults.push(
      fault(
        [...path, 'within', uncited],
        'newborn-limits-mixed',
        '同一阶段有几个期限时算几种读法，每个都要写自己的 clause；请补依据，或只留一个',
      ),
    )
  if (stage.charge !== undefined && stage.cover === undefined)
    faults.push(
      fault(
        path,
        'stage-unfinished',
        '这一阶段写了收多少，没写待遇从哪天起；请补 cover，通知没写就写 unstated',
      ),
    )
  if (within.length === 0 && stage.charge === undefined && stage.cover === undefined)
    faults.push(fault(path, 'stage-unfinished', '这一阶段既没有期限，也没有缴费和待遇；请补上，或删掉'))
  for (const phase of Object.keys(chargeIn))
    if (!table.phases.some((row) => row.phase === phase))
      faults.push(
        fault([...path, 'chargeIn', phase], 'charge-in-no-phase', `本表没有 ${phase} 期；请核对 chargeIn`),
      )
  return [...faults, ...birthYears(stage, path, examined), ...coverEnd(stage, path, examined)]
}

function birthYears({ when }: Stage, path: Path, { table: { coverageYear }, fault }: Examined): Fault[] {
  const faults: Fault[] = []
  walk(when, (value, inside) => {
    if (inside.at(-1) !== 'born' || !isRecord(value)) return
    for (const [key, day] of Object.entries(value))
      if (Math.abs(yearOf(String(day)) - coverageYear) > 1)
        faults.push(
          fault(
            [...path, 'when', ...inside, key],
            'newborn-birth-year',
            `出生日期 ${String(day)} 离参保年度 ${coverageYear} 太远；请核对年份`,
          ),
        )
  })
  return faults
}

function coverEnd({ coverTo }: Stage, path: Path, { table: { coverageYear }, fault }: Examined): Fault[] {
  return plainValues<string>(coverTo).flatMap(({ value, at }) =>
    value === 'yearEnd' || yearOf(value) === coverageYear || yearOf(value) === coverageYear + 1
      ? []
      : [
          fault(
            [...path, 'coverTo', ...at],
            'cover-end',
            `待遇止日 ${value} 不在参保年度 ${coverageYear}；请核对`,
          ),
        ],
  )
}

/** Children on either side of every birth day a stage names, and of the ends of the years. */
function birthDays(stages: readonly Stage[], coverageYear: number): CivilDay[] {
  const days = new Set([yearStart(coverageYear), yearEnd(coverageYear), yearStart(coverageYear - 1)])
  walk(
    stages.map(({ when }) => when),
    (value, path) => {
      if (path.at(-1) !== 'born' || !isRecord(value)) return
      for (const day of boundsOf(value)) days.add(addDays(day, -1)).add(day).add(addDays(day, 1))
    },
  )
  return [...days].sort()
}

interface Child {
  born: CivilDay
  match: Match
}

function together(stages: readonly Stage[], examined: Examined): Fault[] {
  const { table, vocabulary } = examined
  const { coverageYear } = table
  const whens = stages.map(({ when }) => when)
  const children = birthDays(stages, coverageYear).flatMap((born): Child[] => {
    const days = [...new Set([born, addDays(born, 60), addDays(born, 400)])]
    const matches = matchRows(whens, { coverageYear, vocabulary, days, known: { born }, together: 1 }) ?? []
    return matches.map((match) => ({ born, match }))
  })
  return [
    ...hidden(stages, children, examined),
    ...unreachable(stages, children, examined),
    ...gaps(children, examined),
  ]
}

/** The first day on which a stage has surely ended; none for a stage without a limit. */
const endOf = ({ within = [] }: Stage, born: CivilDay, pick: 'earliest' | 'latest'): CivilDay | undefined => {
  const days = within.map((limit) => lastDayOf(limit, born)).sort()
  return pick === 'latest' ? days.at(-1) : days[0]
}

/** A stage behind another that ends no sooner is never asked: the order of the rows would decide. */
function hidden(stages: readonly Stage[], children: readonly Child[], { fault }: Examined): Fault[] {
  const seen = new Set<string>()
  return children.flatMap(({ born, match: { rows, situation } }) =>
    rows.slice(1).flatMap((later, index) => {
      const sooner = rows[index]
      const [one, other] = [sooner === undefined ? undefined : stages[sooner], stages[later]]
      if (sooner === undefined || !one || !other || seen.has(`${sooner} ${later}`)) return []
      const [ends, outlasts] = [endOf(one, born, 'latest'), endOf(other, born, 'earliest')]
      if (ends !== undefined && (outlasts === undefined || outlasts > ends)) return []
      seen.add(`${sooner} ${later}`)
      return fault(
        ['newborn', 'stages', later],
        'stage-hidden',
        `这一阶段排在第${sooner + 1}阶段后面，期限却不比它长，同一个孩子轮不到（${describe(situation)}）；请按期限从短到长排，或用 when 分开`,
      )
    }),
  )
}

function unreachable(stages: readonly Stage[], children: readonly Child[], { fault }: Examined): Fault[] {
  const reached = new Set(children.flatMap(({ match }) => match.rows))
  return stages.flatMap((_, at) =>
    reached.has(at)
      ? []
      : [fault(['newborn', 'stages', at], 'holds-for-nobody', '没有孩子能进入这一阶段；请核对 when')],
  )
}

/** Of otherwise equal children, one born between two who have a stage has none. */
function gaps(children: readonly Child[], { fault }: Examined): Fault[] {
  const taken = children.filter(({ match }) => match.rows.length > 0)
  const left = children.find(
    (child) =>
      child.match.rows.length === 0 &&
      taken.some((other) => other.born < child.born && areAlike(other, child)) &&
      taken.some((other) => other.born > child.born && areAlike(other, child)) &&
      !taken.some((other) => other.born === child.born && areAlike(other, child)),
  )
  return left
    ? [
        fault(
          ['newborn', 'stages'],
          'stage-gap',
          `${left.born} 出生的孩子不在任何阶段，前后出生的却都有；请核对各阶段的 born`,
        ),
      ]
    : []
}

/** No fact tells them apart but the day of birth, and what follows from it. */
function areAlike(one: Child, other: Child): boolean {
  const [mine, theirs] = [one.match.situation.person, other.match.situation.person]
  return (Object.keys(mine) as (keyof Person)[]).every(
    (fact) =>
      fact === 'born' ||
      fact === 'lastCovered' ||
      mine[fact] === undefined ||
      theirs[fact] === undefined ||
      sameData(mine[fact], theirs[fact]),
  )
}
