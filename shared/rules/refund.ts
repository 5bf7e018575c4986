/** 退费: may somebody who has paid ask for the money back, by what the notice says. */
import type { CitedValue, PolicyTable } from '../policy/table'
import { union, type Clause } from './answer'
import type { CivilDay } from './civilDay'
import { inForceOn, versionsOf } from './inForce'
import { citing, citingRuling, type Cite } from './openValue'

export interface RefundStep {
  office: string
  does: string
  clauses: readonly Clause[]
}

export type RefundRule =
  /** The notice gives nothing back. */
  | { kind: 'none'; clauses: readonly Clause[] }
  /** One may apply. `unsaid`: the notice tells how it is done and not in which cases; the offices decide. */
  | { kind: 'application'; unsaid: boolean; clauses: readonly Clause[]; steps: readonly RefundStep[] }
  /** Nothing is said; `ask` is an office of the table. */
  | { kind: 'unstated'; clauses: readonly Clause[]; ask: string }

export type RefundWay = 'original' | 'transfer'

/** What the notice says about giving money back. */
export interface RefundRules {
  oncePaid: RefundRule
  onDuplicate: RefundRule
  /** How the money goes back; undefined where the bureau chooses. */
  way: { value: RefundWay; clauses: readonly Clause[] } | undefined
}

/** As amended by a day. Apart from `rulesOf`: no assessment hangs on it, and a phone that assesses does without. */
export function refundRulesOn(table: PolicyTable, on: CivilDay): RefundRules {
  const { refund, ask, notice } = inForceOn(versionsOf(table), on).table
  const cite = citing(notice.id)
  const steps = (refund.steps ?? []).map(({ office, does, clause }) => ({
    office,
    does,
    clauses: cite(clause),
  }))
  const rule = (spec: PolicyTable['refund']['oncePaid']): RefundRule => {
    const { value, clauses } = settled(spec, cite)
    if (value === 'none') return { kind: 'none', clauses }
    if (value === 'application' || steps.length > 0)
      return { kind: 'application', unsaid: value === undefined, clauses, steps }
    return { kind: 'unstated', clauses, ask: ('ask' in spec ? spec.ask : undefined) ?? ask }
  }
  const way = refund.way && settled(refund.way, cite)
  return {
    oncePaid: rule(refund.oncePaid),
    onDuplicate: rule(refund.onDuplicate),
    way: way?.value && { value: way.value, clauses: way.clauses },
  }
}

/** The one value that is stated or ruled. Two readings of it are for an office to decide, as silence is. */
function settled<T>(spec: CitedValue<T>, cite: Cite): { value?: T; clauses: readonly Clause[] } {
  if ('value' in spec) return { value: spec.value, clauses: cite(spec.clause) }
  const clauses = cite(spec.clause)
  return spec.ruling
    ? { value: spec.ruling.value, clauses: union([citingRuling(spec.ruling)], clauses) }
    : { clauses }
}
