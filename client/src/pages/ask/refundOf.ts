/** 要是缴了，退不退: what the county's notice says about money paid twice. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { Source } from '../../components/ClauseChip'
import { ask as words } from '../../texts/ask'

export interface RefundSaid {
  key: string
  text: string
  source: Source
}

type Refund = PolicyTable['refund']

/** Nothing is promised: where the notice is silent, the page says that it is. */
export function refundOf(table: PolicyTable): RefundSaid[] {
  const { refund, notice } = table
  const full = (clause: string) => (clause.includes('#') ? clause : `${notice.id}#${clause}`)
  const list = (clauses: string | readonly string[]) => [clauses].flat().map(full)
  const steps = (refund.steps ?? []).map((step, index): RefundSaid => {
    const text = words.refundStep(step.office, step.does)
    return {
      key: `step${index}`,
      text,
      source: { sureness: 'stated', clauses: list(step.clause), says: text },
    }
  })
  return [said('onDuplicate', refund.onDuplicate, words.duplicateNone, list), ...steps].flat()
}

function said(
  key: string,
  value: Refund['onDuplicate'],
  none: string,
  list: (clauses: string | readonly string[]) => string[],
): RefundSaid[] {
  if ('value' in value) {
    const text = value.value === 'none' ? none : words.byApplication
    return [{ key, text, source: { sureness: 'stated', clauses: list(value.clause), says: text } }]
  }
  const clauses = value.clause ? list(value.clause) : []
  return [
    {
      key,
      text: words.refundUnstated,
      source: { sureness: 'unstated', clauses, says: words.refundUnstated },
    },
  ]
}
