/** 要是缴了，退不退: what the county's notice says about money paid twice. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { Source } from '../../components/ClauseChip'
import type { OtherCoverAnswer } from '../../device/answersKept'
import { ask as words } from '../../texts/ask'
import { result } from '../../texts/result'

export interface RefundSaid {
  key: string
  /** A line each. */
  lines: readonly string[]
  source: Source
}

/** Where the notice says that nobody has both. */
export function stopSource({ exclusions, notice }: PolicyTable, answer: OtherCoverAnswer): Source {
  const { clause } = exclusions[answer === 'employee' ? 'employee' : 'residentElsewhere']
  const says = result.reasons[answer === 'employee' ? 'employeeInsured' : 'enrolledElsewhere']
  return { sureness: 'stated', clauses: [clause].flat().map(inNotice(notice.id)), says }
}

/** A clause of another notice names it. */
const inNotice = (notice: string) => (clause: string) =>
  clause.includes('#') ? clause : `${notice}#${clause}`

type Refund = PolicyTable['refund']

/** Nothing is promised: where the notice is silent, the page says that it is. */
export function refundOf(table: PolicyTable): RefundSaid[] {
  const { refund, notice } = table
  const list: List = (clauses) => [clauses].flat().map(inNotice(notice.id))
  return [said('onDuplicate', refund.onDuplicate, words.duplicateNone, list), ...stepsOf(refund, list)]
}

type List = (clauses: string | readonly string[]) => string[]

/** Who does what until the money is back, as one answer. */
function stepsOf({ steps = [] }: Refund, list: List): RefundSaid[] {
  if (steps.length === 0) return []
  const lines = steps.map(({ office, does }) => words.refundStep(office, does))
  const clauses = [...new Set(steps.flatMap(({ clause }) => list(clause)))]
  return [{ key: 'steps', lines, source: { sureness: 'stated', clauses, says: words.refundSteps } }]
}

function said(key: string, value: Refund['onDuplicate'], none: string, list: List): RefundSaid {
  if ('value' in value) {
    const text = value.value === 'none' ? none : words.byApplication
    return { key, lines: [text], source: { sureness: 'stated', clauses: list(value.clause), says: text } }
  }
  const clauses = value.clause ? list(value.clause) : []
  const text = words.refundUnstated
  return { key, lines: [text], source: { sureness: 'unstated', clauses, says: text } }
}
