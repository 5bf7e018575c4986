/** 申请退费: what the notice says to each reason, and what will happen. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Receipt } from '../../../../shared/contracts/receipt'
import { ruleFor, type RefundReason, type RefundRule } from '../../../../shared/contracts/refund'
import type { Source } from '../../components/ClauseChip'
import type { Step } from '../../components/Steps'
import { sum, sumInline } from '../../texts/figures'
import type { Office } from '../../texts/offices'
import { refund as words } from '../../texts/refund'

/** Of an order's receipt, or of what was paid at a counter. */
export type Paid = Pick<ReplyOf<typeof Receipt>, 'coverageYear' | 'refunds'> & {
  people: readonly Pick<ReplyOf<typeof Receipt>['people'][number], 'residentId' | 'name' | 'fen'>[]
}

export interface RefundAsked {
  heading: string
  what: string
  /** On the button; none where this reason lets nobody apply. */
  apply?: string
  /** What the notice says to this reason, where it is not a plain yes. */
  said?: { text: string; source: Source }
  ask?: Office
  steps: readonly Step[]
  /** Where the steps stand. */
  source?: Source
}

/** Undefined where nobody of that id is on the receipt. */
export function refundOf(
  { people, coverageYear, refunds }: Paid,
  residentId: string,
  reason: RefundReason | undefined,
): RefundAsked | undefined {
  const person = people.find((one) => one.residentId === residentId)
  if (!person) return undefined
  // Before a reason is chosen, what will happen is that of a reason that lets one apply.
  const chosen = ruleFor(refunds, reason)
  const rule = reason === undefined && chosen.kind !== 'application' ? refunds.onDuplicate : chosen
  return {
    heading: words.heading(person.name),
    what: words.sum(sumInline(person.fen), coverageYear),
    ...(rule.kind === 'application' && { apply: words.apply(sum(person.fen)) }),
    ...saidTo(rule),
    ...stepsOf(rule),
  }
}

function saidTo(rule: RefundRule): Pick<RefundAsked, 'said' | 'ask'> {
  const { clauses } = rule
  const said = (text: string, sureness: Source['sureness']) => ({
    said: { text, source: { sureness, clauses, says: text } },
  })
  switch (rule.kind) {
    case 'none':
      return said(words.noRefund, 'stated')
    case 'application':
      return rule.unsaid ? said(words.unsaid, 'unstated') : {}
    case 'unstated': {
      const { name, phone } = rule.ask
      return { ...said(words.refundUnstated, 'unstated'), ask: { name, phone: phone ?? 'unstated' } }
    }
  }
}

function stepsOf(rule: RefundRule): Pick<RefundAsked, 'steps' | 'source'> {
  if (rule.kind !== 'application' || rule.steps.length === 0) return { steps: [] }
  const clauses = [...new Set(rule.steps.flatMap((step) => step.clauses))]
  return {
    steps: rule.steps.map(({ office, does }, index) => ({
      key: String(index),
      state: 'later',
      title: office,
      note: does,
    })),
    source: { sureness: 'stated', clauses, says: words.stepsSay },
  }
}
