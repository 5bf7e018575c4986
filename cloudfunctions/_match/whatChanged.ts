/** 身份变了、不在名单了: another identity than the one before, or none that earns anything. Nothing follows in this coverage year. */
import { assess } from '../../shared/rules/assess'
import { inForceOn, versionsOf } from '../../shared/rules/inForce'
import { singlesOf } from '../../shared/rules/joinAnswers'
import { citing } from '../../shared/rules/openValue'
import { usedIdentity } from '../_residents/enrollmentRecord'
import type { Asked } from './findingFor'
import type { Found } from './findingRecord'
import { asListed, recognisedBy, type Had } from './recognisedBy'

export function whatChanged(asked: Asked): Found | undefined {
  const { on, known } = asked
  const after = recognisedBy(known.facts, on).map(({ code }) => code)
  const before = known.before ?? usedBy(asked) ?? [...after, ...codesIn(known.ended, on)]
  if (before.length === 0 || isSame(before, after)) return undefined
  const [was, is] = [earnedBy(asked, before), earnedBy(asked, after)]
  if (!was.earns || was.identity === is.identity) return undefined
  // Whoever has not paid yet pays by what the record says now: worth telling is that nothing is left, or that the roster says less.
  if (is.earns && !known.enrollment && known.ended.length === 0) return undefined
  return {
    kind: is.earns ? 'changed' : 'lost',
    fen: null,
    payMonth: null,
    clauses: known.enrollment ? whatTheNoticeSays(asked) : whatIsDue(asked),
    missing: [],
    before,
    after,
    identity: is.earns ? is.identity : was.identity,
  }
}

/** Empty where the notice does not say what becomes of an identity whose subsidy was used. */
function whatTheNoticeSays({ table, on }: Asked): readonly string[] {
  const inForce = inForceOn(versionsOf(table), on).table
  return citing(table.notice.id)(inForce.identityChanged?.clause)
}

/** Nothing was used yet: by which clauses somebody pays what they pay now. */
function whatIsDue({ table, on, known: { facts } }: Asked): readonly string[] {
  const { due } = assess(table, asListed(facts), on)
  return [...new Set(singlesOf(due).flatMap(({ clauses }) => clauses))]
}

/** The identity whose subsidy was used, where no match before saw the person. */
function usedBy({ known: { enrollment } }: Asked): readonly string[] | undefined {
  const used = enrollment && usedIdentity(enrollment)
  return used === undefined ? undefined : [used]
}

/** What had been recognised by the day, of what has ended by it. */
const codesIn = (ended: readonly Had[], on: string): string[] =>
  ended.flatMap(({ code, since }) => (since === undefined || since <= on ? [code] : []))

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
