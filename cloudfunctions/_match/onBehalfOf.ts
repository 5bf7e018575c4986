import { assess } from '../../shared/rules/assess'
import type { Asked } from './findingFor'
import type { Found } from './findingRecord'
import { asListed, recognisedBy } from './recognisedBy'

/** 免征代缴: subsidised in full by a settlement that collects nothing, may enroll, and is not registered yet. */
export function onBehalfOf({ table, on, known: { facts, before } }: Asked): Found | undefined {
  const held = recognisedBy(facts, on)
  if (held.length === 0) return undefined
  const { settlement, due, decision, reasons, subsidy, subsidyFor, missing } = assess(
    table,
    asListed(facts),
    on,
  )
  if (settlement.kind !== 'stated' || settlement.value !== 'paidOnBehalf') return undefined
  if (due.kind !== 'stated' || due.value > 0 || decision === 'refused') return undefined
  if (!reasons.some(({ code }) => code === 'paidOnBehalf')) return undefined
  return {
    kind: 'onBehalf',
    fen: subsidy.kind === 'stated' ? subsidy.value : null,
    payMonth: null,
    clauses: settlement.clauses,
    missing,
    before,
    after: held.map(({ code }) => code),
    identity: subsidyFor.kind === 'stated' ? subsidyFor.value : null,
  }
}
