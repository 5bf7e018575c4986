/** 新生儿: each stage with its limit, what is paid, from when it is covered, and what to do in order. */
import type { Stage } from '../../../../shared/policy/table'
import type { FactShown } from '../../components/SummaryList'
import { policy as words } from '../../texts/policy'
import { channelName } from '../../texts/vocabulary'
import { span, whom } from '../../texts/whom'
import type { Section } from './Part'
import { chargeAs, endLines, startFact } from './payPart'
import type { Reader } from './reader'
import { fact, factOf, linesOf } from './written'
import { paperLines } from './whoPart'

export function newbornSections(reader: Reader): Section[] {
  const { newborn } = reader.table
  if ('unstated' in newborn) {
    const lines = [words.unstated, words.askOffice(reader.office(newborn.ask))]
    const clauses = reader.cite(newborn.clause)
    return [{ key: 'silent', facts: [factOf('silent', words.newbornUnstated, lines, 'unstated', clauses)] }]
  }
  return newborn.stages.map((stage, index) => stageSection(stage, index, reader))
}

function stageSection(stage: Stage, index: number, reader: Reader): Section {
  const who = whom(stage.when)
  return {
    key: `stage${index}`,
    heading: stage.label ?? who,
    facts: [
      ...(stage.label ? [factOf('who', words.tierWho, [who], 'stated', reader.cite(stage.clause))] : []),
      ...limit(stage, reader),
      ...paid(stage, reader),
      ...covered(stage, reader),
      ...todo(stage, reader),
    ],
  }
}

/** Several limits of one text are readings. */
function limit({ within, clause }: Stage, reader: Reader): FactShown[] {
  if (!within) return []
  const clauses = [...new Set(within.flatMap((one) => reader.cite(one.clause ?? clause)))]
  const sureness = within.length > 1 ? 'readings' : 'stated'
  const says = (one: (typeof within)[number]) => [
    `${words.within(span(one))}${one.countsFirstDay ? words.birthDayCounts : ''}`,
  ]
  const lines = linesOf({ sureness, values: within, clauses }, says, reader)
  if (sureness === 'readings') lines.push(words.earlierFirst)
  return [factOf('limit', words.limit, lines, sureness, clauses)]
}

function paid({ charge, chargeIn = {}, clause }: Stage, reader: Reader): FactShown[] {
  const usual = charge === undefined && Object.keys(chargeIn).length === 0
  return [
    ...(usual ? [factOf('charge', words.howMuch, [words.asUsual], 'stated', reader.cite(clause))] : []),
    ...(charge === undefined ? [] : [chargeAs(reader, 'charge', words.outsidePhases, charge, clause)]),
    ...(['collecting', 'late', 'fullCost'] as const).flatMap((phase) => {
      const inPhase = chargeIn[phase]
      const label = words.inPhase(words.phases[phase])
      return inPhase === undefined ? [] : [chargeAs(reader, `charge-${phase}`, label, inPhase, clause)]
    }),
  ]
}

function covered({ cover, coverTo, clause }: Stage, reader: Reader): FactShown[] {
  const { coverageYear } = reader.table
  return [
    ...(cover === undefined ? [] : [startFact(reader, 'cover', words.coverFrom, cover, clause)]),
    ...(coverTo === undefined
      ? []
      : [fact(reader, 'coverTo', words.coverTo, coverTo, clause, endLines(coverageYear))]),
  ]
}

function todo({ documents, channels, steps, clause }: Stage, reader: Reader): FactShown[] {
  const clauses = reader.cite(clause)
  const listed = (key: string, label: string, lines: readonly string[] | undefined) =>
    lines && lines.length > 0 ? [factOf(key, label, lines, 'stated', clauses)] : []
  return [
    ...listed('bring', words.bringLabel, documents && paperLines(documents)),
    ...listed('where', words.whereLabel, channels?.map(channelName)),
    ...listed(
      'steps',
      words.stepsLabel,
      steps?.map((text, index) => words.step(index + 1, text)),
    ),
  ]
}

/** The limits in a line, for the page that leads here. */
export function newbornLine({ table: { newborn } }: Reader): string {
  if ('unstated' in newborn) return words.unstated
  const limits = newborn.stages.flatMap(({ within = [] }) => within.map(span))
  return words.within([...new Set(limits)].join(words.and))
}
