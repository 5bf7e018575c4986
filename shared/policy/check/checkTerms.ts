/** 缴费与待遇起始: inside each phase everyone has one set of terms, charges that can be reckoned, starts that make sense. */
import { yearOf } from '../../rules/civilDay'
import type { Fault, Path } from '../readTable'
import type { PhaseRow, PlainCharge, PlainStart, Wait } from '../table'
import type { Examined, Rule } from './examined'
import { examineRows } from './exactlyOne'
import { plainValues } from './openForms'
import { daysOfPhase } from './paymentDays'

export const checkTerms: Rule = (examined) => [
  ...examined.table.phases.flatMap((phase, at) => [
    ...oneEach(examined, phase, at),
    ...fullCost(examined, phase, at),
  ]),
  ...placesOf(examined).flatMap(({ charge, cover, path }) => [
    ...plainValues<PlainCharge>(charge).flatMap(({ value, at }) =>
      wrongCharge(examined, value, [...path, 'charge', ...at]),
    ),
    ...plainValues<PlainStart>(cover).flatMap(({ value, at }) =>
      wrongStart(examined, value, [...path, 'cover', ...at]),
    ),
  ]),
]

function oneEach(examined: Examined, phase: PhaseRow, at: number): Fault[] {
  const { table, vocabulary } = examined
  const setting = {
    coverageYear: table.coverageYear,
    vocabulary,
    days: daysOfPhase(phase, table.coverageYear),
    among: phase.when,
  }
  return examineRows(examined, phase.terms, setting, {
    path: ['phases', at, 'terms'],
    row: '缴费条件',
    overlap: 'terms-overlap',
    hole: 'terms-hole',
  })
}

/** A phase called fullCost (全额缴费) that nobody pays more in is misnamed, or has lost its fiscal share. */
function fullCost({ fault }: Examined, { phase, terms }: PhaseRow, at: number): Fault[] {
  if (phase !== 'fullCost') return []
  const charges = terms.flatMap(({ charge }) => plainValues<PlainCharge>(charge))
  const asksMore = charges.some(({ value }) => value !== 'free' && value.some((item) => item !== 'fee'))
  return asksMore || charges.length === 0
    ? []
    : [
        fault(
          ['phases', at, 'phase'],
          'full-cost-without-share',
          'fullCost 期的 charge 只有 fee；请加 fiscalShare 或写明钱数，不加收就改成 late',
        ),
      ]
}

interface Place {
  charge?: unknown
  cover?: unknown
  path: Path
}

function placesOf({ table: { phases, newborn } }: Examined): Place[] {
  const terms = phases.flatMap((phase, at) =>
    phase.terms.map(({ charge, cover }, row) => ({ charge, cover, path: ['phases', at, 'terms', row] })),
  )
  if ('unstated' in newborn) return terms
  const stages = newborn.stages.flatMap(({ charge, chargeIn, cover }, at) => {
    const path = ['newborn', 'stages', at]
    const inPhases = Object.entries(chargeIn ?? {}).map(([phase, one]) => ({
      charge: one,
      path: [...path, 'chargeIn', phase],
    }))
    return [{ charge, cover, path }, ...inPhases]
  })
  return [...terms, ...stages]
}

function wrongCharge({ table, fault }: Examined, charge: PlainCharge, path: Path): Fault[] {
  if (charge === 'free') return []
  const twice = charge.some((item, at) => typeof item === 'string' && charge.indexOf(item) < at)
  const without = table.fee.findIndex(({ fiscalShareYuan }) => fiscalShareYuan === undefined)
  const faults: Fault[] = []
  if (twice) faults.push(fault(path, 'charge-twice', 'charge 里同一项写了两次；删掉一个'))
  if (charge.includes('fiscalShare') && !charge.includes('fee'))
    faults.push(fault(path, 'fiscal-share-alone', '只收财政补助、不收个人缴费；请补 fee，或写明钱数'))
  if (charge.includes('fiscalShare') && without >= 0)
    faults.push(
      fault(
        ['fee', without],
        'fiscal-share-missing',
        '有人要缴财政补助标准，这条缴费标准却没有 fiscalShareYuan；请补上，通知没写就写 unstated',
      ),
    )
  return faults
}

const longestMonths = 24
const longestDays = 731

function wrongStart({ table: { coverageYear }, fault }: Examined, start: PlainStart, path: Path): Fault[] {
  if (typeof start === 'string') return []
  if ('on' in start) {
    const year = yearOf(start.on)
    return year === coverageYear || year === coverageYear - 1
      ? []
      : [
          fault(
            [...path, 'on'],
            'cover-day',
            `待遇起始日 ${start.on} 不在参保年度 ${coverageYear} 或前一年；请核对`,
          ),
        ]
  }
  if ('wait' in start)
    return wrongWait(start.wait).map((message) => fault([...path, 'wait'], 'wait', message))
  const [key = '', length] = Object.entries(start).find(([, value]) => typeof value === 'number') ?? []
  const longest = key === 'afterDays' ? longestDays : longestMonths
  if (typeof length !== 'number' || (length > 0 && length <= longest)) return []
  return [fault([...path, key], 'wait', `${key}: ${length} 不像等待的长短；不等就写 paymentDay 或 nextDay`)]
}

function wrongWait({ fixed, perMissedYear, repair, floor, exempt, skipFirstMissedYear }: Wait): string[] {
  const messages: string[] = []
  const lengths = [fixed, perMissedYear, repair?.each, floor].filter((span) => span !== undefined)
  if (!fixed && !perMissedYear) messages.push('wait 里既没有 fixed 也没有 perMissedYear，等于不等；请补上')
  if (lengths.some(({ days = 0, months = 0 }) => days + months === 0))
    messages.push('wait 里有一段长度是 0；请填天数或月数')
  if (lengths.some(({ days = 0, months = 0 }) => days > longestDays || months > longestMonths))
    messages.push('wait 里有一段长得不合情理；请核对天和月有没有写反')
  if (!perMissedYear && (repair ?? skipFirstMissedYear))
    messages.push('没有 perMissedYear，就谈不上 repair 或 skipFirstMissedYear；请补上或删掉')
  if (exempt && Object.keys(exempt).length === 0) messages.push('exempt 没有条件，等于人人不等；请写明谁不等')
  return messages
}
