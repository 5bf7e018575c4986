/** 身份变了、不在名单了: another identity than the one before, or none that earns anything. Nothing follows in this coverage year. */
import { assess } from '../../shared/rules/assess'
import { inForceOn, versionsOf } from '../../shared/rules/inForce'
import { citing } from '../../shared/rules/openValue'
import type { Asked } from './findingFor'
import type { Found } from './findingRecord'
import { asListed, recognisedBy } from './recognisedBy'

export function whatChanged(asked: Asked): Found | undefined {
  const { on, known } = asked
  const before = known.before ?? usedBy(asked)
  const after = recognisedBy(known.facts, on).map(({ code }) => code)
  if (before.length === 0 || isSame(before, after)) return undefined
  const [was, is] = [earnedBy(asked, before), earnedBy(asked, after)]
  if (!was.earns || was.identity === is.identity) return undefined
  // Whoever has not paid yet pays by what they are now: only that nothing is left is worth telling.
  if (is.earns && !known.enrollment) return undefined
  return {
    kind: is.earns ? 'changed' : 'lost',
    fen: null,
    payMonth: null,
    clauses: whatTheNoticeSays(asked),
    missing: [],
    before,
    after,
    identity: is.earns ? is.identity : was.identity,
  }
}

/** Empty where the notice does not say what becomes of a changed identity. */
function whatTheNoticeSays({ table, on }: Asked): readonly string[] {
  const inForce = inForceOn(versionsOf(table), on).table
  return citing(table.notice.id)(inForce.identityChanged?.clause)
}

/** The identity whose subsidy was used, where no match before saw the person. */
const usedBy = ({ known: { enrollment } }: Asked): readonly string[] =>
  enrollment && enrollment.identity !== null && enrollment.identity !== 'none' ? [enrollment.identity] : []

function earnedBy({ table, on, known: { facts } }: Asked, codes: readonly string[]) {
  const person = { ...asListed(facts), identities: codes.map((code) => ({ code })) }
  const { subsidy, subsidyFor } = assess(table, person, on)
  return {
    earns: subsidy.kind !== 'stated' || subsidy.value > 0,
    identity: subsidyFor.kind === 'stated' ? subsidyFor.value : null,
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code))
