/** 退费, on the receipt: whose money is on its way back, who may ask for it, or why nobody may. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Receipt } from '../../../../shared/contracts/receipt'
import type { RefundRule, RefundShown } from '../../../../shared/contracts/refund'
import type { Source } from '../../components/ClauseChip'
import { shortMoment, sumInline } from '../../texts/figures'
import type { Office } from '../../texts/offices'
import { refunds as words } from '../../texts/refunds'

/** Of an order's receipt, or of what was paid at a counter. */
type Paid = Pick<ReplyOf<typeof Receipt>, 'refunds'> & {
  people: readonly Pick<ReplyOf<typeof Receipt>['people'][number], 'residentId' | 'name' | 'fen' | 'refund'>[]
}

export interface RefundLine {
  residentId: string
  /** The refund under way, done or rejected. */
  refund?: { what?: string; stage: string; asOf: string; next: string }
  /** What the link to apply says, and for whom; none where one may not. */
  apply?: string
}

export interface RefundsShown {
  lines: readonly RefundLine[]
  /** What the notice says where it lets nobody apply. */
  said: readonly { key: string; text: string; source: Source }[]
  /** Whom to ask where the notice is silent. */
  ask?: Office
}

export function refundsOf({ people, refunds }: Paid): RefundsShown {
  const { oncePaid, onDuplicate } = refunds
  const mayApply = [oncePaid, onDuplicate].some(({ kind }) => kind === 'application')
  const lines = people.map(({ residentId, name, fen, refund }): RefundLine => {
    const isOpen = refund === null || refund.stage === 'rejected'
    return {
      residentId,
      ...(refund && {
        refund: shown(refund, people.length > 1 ? words.of(name, sumInline(fen)) : undefined),
      }),
      ...(mayApply && isOpen && { apply: words.applyFor(refund ? words.applyAgain : words.apply, name) }),
    }
  })
  return {
    lines: lines.filter(({ refund, apply }) => refund ?? apply),
    ...(mayApply ? { said: [] } : silent(refunds)),
  }
}

/** Of one person alone it is clear whose and how much. */
function shown(refund: RefundShown, what: string | undefined) {
  const { stage, next } = saidOf(refund)
  return { ...(what && { what }), stage, next, asOf: words.asOf(shortMoment(refund.asOf)) }
}

function saidOf({ stage, cause, rejection }: RefundShown) {
  if (stage === 'rejected') return words.rejected(rejection)
  return (cause === 'application' ? undefined : words.byItself[stage]) ?? words.stages[stage]
}

/** Nobody may apply: the notice says no, or says nothing. */
function silent({ oncePaid, onDuplicate }: Paid['refunds']): Pick<RefundsShown, 'said' | 'ask'> {
  const said = [saidBy('oncePaid', oncePaid, words.oncePaidNone)]
  if (oncePaid.kind !== 'none') said.push(saidBy('onDuplicate', onDuplicate, words.duplicateNone))
  const asked = [oncePaid, onDuplicate].find((rule) => rule.kind === 'unstated')
  return {
    said: said.filter(({ text }, index) => said.findIndex((one) => one.text === text) === index),
    ...(asked && { ask: { name: asked.ask.name, phone: asked.ask.phone ?? 'unstated' } }),
  }
}

function saidBy(key: string, { kind, clauses }: RefundRule, none: string) {
  const text = kind === 'none' ? none : words.unstated
  return {
    key,
    text,
    source: { sureness: kind === 'none' ? 'stated' : 'unstated', clauses, says: text } as Source,
  }
}
