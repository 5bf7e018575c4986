/** What somebody who has paid is owed on the benefit card (一卡通), as the rules answer. */
import { assess } from '../../shared/rules/assess'
import type { Assessment } from '../../shared/rules/assessment'
import { singlesOf } from '../../shared/rules/joinAnswers'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { Answered, Asked, Known } from './findingFor'
import type { Found } from './findingRecord'
import { asListed, hadOn, recognisedBy } from './recognisedBy'

export function owedTo(asked: Asked): Answered {
  const { known } = asked
  const paid = paidBy(known.enrollment)
  if (!paid || known.isOwed) return undefined
  return recognisedLater(asked, paid) ?? paidFirst(asked, paid)
}

interface Paid {
  on: string
  fen: number
}

/** A payment whose day or sum nobody knows leads to nothing. */
const paidBy = (enrollment: EnrollmentFields | undefined): Paid | undefined =>
  enrollment && enrollment.paidOn !== null && enrollment.paidFen !== null && enrollment.way !== 'onBehalf'
    ? { on: enrollment.paidOn, fen: enrollment.paidFen }
    : undefined

/** 当月参保、次月资助: what the rules say to somebody who was recognised after a full payment; undefined where they say nothing of them. */
export function owedAfterRecognition(asked: AskedOfPaid): Found | undefined {
  const paid = paidBy(asked.known.enrollment)
  return paid && recognisedLater(asked, paid)
}

type AskedOfPaid = Omit<Asked, 'known'> & { known: Omit<Known, 'isOwed'> }

function recognisedLater(
  { table, on, known: { facts, before } }: AskedOfPaid,
  paid: Paid,
): Found | undefined {
  const held = recognisedBy(facts, on)
  if (!held.some(({ since }) => since !== undefined && since > paid.on)) return undefined
  const answer = assess(table, { ...asListed(facts), paid }, on)
  const { supplement } = answer
  const base = { before, after: held.map(({ code }) => code), identity: identityOf(answer), missing: [] }
  if (supplement.kind === 'stated')
    return supplement.value === 'none'
      ? undefined
      : {
          ...base,
          kind: 'supplement',
          fen: supplement.value.fen,
          payMonth: supplement.value.month,
          clauses: supplement.clauses,
        }
  const possible = singlesOf(supplement)
  if (possible.every((one) => one.kind === 'stated' && one.value === 'none')) return undefined
  return {
    ...base,
    kind: 'laterUnstated',
    fen: null,
    payMonth: null,
    clauses: [...new Set(possible.flatMap(({ clauses }) => clauses))],
    missing: supplement.kind === 'open' ? supplement.facts : [],
  }
}

/** 先缴后补, and whoever paid more than was asked of them: by what was known on the day of the payment. */
function paidFirst({ table, known: { facts, ended, before } }: Asked, paid: Paid): Answered {
  const held = [
    ...recognisedBy(facts, paid.on),
    ...hadOn(ended, paid.on).map(({ until: _until, ...identity }) => identity),
  ]
  if (held.length === 0) return undefined
  const then = assess(table, { ...asListed(facts), identities: held }, paid.on)
  const { subsidy, settlement, reimbursed, due } = then
  if (subsidy.kind === 'stated' && subsidy.value === 0) return undefined
  const base = {
    payMonth: null,
    missing: [],
    before,
    after: held.map(({ code }) => code),
    identity: identityOf(then),
  }
  if (settlement.kind === 'open' || reimbursed.kind === 'open') return 'needsFacts'
  if (settlement.kind !== 'stated') return 'unsettled'
  if (settlement.value === 'reimbursement')
    return reimbursed.kind === 'stated'
      ? { ...base, kind: 'reimbursement', fen: reimbursed.value, clauses: union(reimbursed, settlement) }
      : 'unsettled'
  const isTooMuch = due.kind === 'stated' && due.value < paid.fen
  return isTooMuch
    ? { ...base, kind: 'paidTooMuch', fen: null, clauses: union(subsidy, settlement) }
    : undefined
}

const identityOf = ({ subsidyFor }: Assessment): string | null =>
  subsidyFor.kind === 'stated' && subsidyFor.value !== 'none' ? subsidyFor.value : null

const union = (...answers: Assessment['subsidy' | 'settlement'][]): string[] => [
  ...new Set(answers.flatMap((answer) => singlesOf<unknown>(answer).flatMap(({ clauses }) => clauses))),
]
