import type { RefundRule, RefundRules } from '../../shared/contracts/refund'
import type { PolicyTable } from '../../shared/policy/table'
import { refundRulesOn, type RefundRule as Rule } from '../../shared/rules/refund'
import type { CivilDay } from '../../shared/rules/civilDay'

/** What the notice says on a day about giving money back, with the office to ask by its name. */
export function refundWords(table: PolicyTable, on: CivilDay): RefundRules {
  const { oncePaid, onDuplicate } = refundRulesOn(table, on)
  return { oncePaid: worded(table, oncePaid), onDuplicate: worded(table, onDuplicate) }
}

function worded({ offices }: PolicyTable, rule: Rule): RefundRule {
  const clauses = [...rule.clauses]
  switch (rule.kind) {
    case 'none':
      return { kind: 'none', clauses }
    case 'application':
      return {
        kind: 'application',
        unsaid: rule.unsaid,
        clauses,
        steps: rule.steps.map((step) => ({ ...step, clauses: [...step.clauses] })),
      }
    case 'unstated': {
      const office = offices[rule.ask]
      if (!office) throw new Error(`no office ${rule.ask}`)
      const phone = office.phone === 'unstated' ? null : office.phone
      return { kind: 'unstated', clauses, ask: { name: office.name, phone } }
    }
  }
}
