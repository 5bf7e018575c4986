/** 退费，缴重了: nothing is promised where the notice is silent. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { FactShown } from '../../components/SummaryList'
import { policy as words } from '../../texts/policy'
import type { Section } from './Part'
import type { Reader } from './reader'
import { fact, factOf } from './written'

type Refund = PolicyTable['refund']

export function refundSections(reader: Reader): Section[] {
  const { refund } = reader.table
  return [
    {
      key: 'refund',
      facts: [
        way(reader, 'onDuplicate', words.onDuplicate, refund.onDuplicate),
        way(reader, 'oncePaid', words.oncePaid, refund.oncePaid),
        ...(refund.way ? [road(reader, refund.way)] : []),
        ...steps(refund, reader),
      ],
    },
  ]
}

const way = (reader: Reader, key: string, label: string, spec: Refund['oncePaid']): FactShown =>
  fact(reader, key, label, spec, undefined, (value) => [words.refunds[value]])

const road = (reader: Reader, spec: NonNullable<Refund['way']>): FactShown =>
  fact(reader, 'way', words.refundRoad, spec, undefined, (value) => [words.roads[value]])

/** Who does what, in order. */
function steps({ steps: listed = [] }: Refund, { cite }: Reader): FactShown[] {
  if (listed.length === 0) return []
  const lines = listed.map(({ office, does }, i) => words.step(i + 1, words.refundStep(office, does)))
  const clauses = [...new Set(listed.flatMap(({ clause }) => cite(clause)))]
  return [factOf('steps', words.stepsLabel, lines, 'stated', clauses)]
}
