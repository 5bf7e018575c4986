/** 能不能在这里参保，要什么证明: computed on this device from the table. */
import type { PolicyTable } from '../../../../shared/policy/table'
import { admit, papersOfInsured } from '../../../../shared/rules/admit'
import { assess } from '../../../../shared/rules/assess'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Admission } from '../../../../shared/rules/eligibility'
import type { Person } from '../../../../shared/rules/person'
import type { Source } from '../../components/ClauseChip'
import type { HeroShown } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import type { OtherCoverAnswer } from '../../device/answersKept'
import { refundOf, type RefundSaid } from '../../pages/ask/refundOf'
import { elsewhere as words } from '../../texts/elsewhere'
import type { NamedNotice } from '../../texts/notices'
import { noticesOf } from '../../texts/noticesOf'
import type { Office } from '../../texts/offices'
import { result } from '../../texts/result'
import { heroOf } from './heroOf'
import { proofsOf, proofsOfInsured, type ProofsShown } from './proofsOf'

/** A residence code and the other cover, either of them `unsure`. */
export interface Asked {
  residence: string
  cover: OtherCoverAnswer
}

export interface AnswerShown {
  hero: HeroShown
  /** What the notice says of enrolling, or of somebody who is insured already. */
  says?: { text: string; source: Source }
  proofsHeading: string
  proofs: readonly ProofsShown[]
  /** Where one registers; left out where nobody is to register. */
  place?: FactShown
  refundHeading: string
  refund: readonly RefundSaid[]
  /** Whom to ask, in this order. */
  offices: readonly Office[]
  /** Asking is the one thing to do. */
  askFirst: boolean
  notices: readonly NamedNotice[]
}

/** Said on the page: most who ask have never enrolled here, and students go by their school. */
const assumed: Person = { identities: [], student: 'none', lastCovered: 'never' }

export function answerOf(table: PolicyTable, asked: Asked, today: CivilDay): AnswerShown {
  const residence = asked.residence === 'unsure' ? undefined : asked.residence
  const insured = insuredOf(asked.cover)
  const person: Person = { ...assumed, otherCover: insured ?? 'none', ...(residence && { residence }) }
  const assessment = assess(table, person, today)
  const admission = residence === undefined ? undefined : admit(table, person, today)
  const common = {
    hero: heroOf(asked.cover, admission),
    refundHeading: words.refund(table.coverageYear),
    refund: refundOf(table),
    offices: officesOf(table, assessment.ask),
    notices: noticesOf(table),
  }
  if (insured) {
    const says = stopOf(assessment, insured)
    const clauses = says?.source.clauses ?? []
    const proofs = proofsOfInsured(papersOfInsured(table, insured, today), clauses, table.coverageYear)
    return {
      ...common,
      says,
      proofsHeading: words.proofsOfInsured,
      proofs,
      place: proofs.length > 0 ? placeOf({ clauses }) : undefined,
      askFirst: false,
    }
  }
  const enrolls = admission?.enroll === 'mayNot' ? undefined : admission
  return {
    ...common,
    // Where the notice is silent the hero says so itself, with the clause.
    says: admission && common.hero.kind !== 'unstated' ? saidOf(admission) : undefined,
    proofsHeading: asked.cover === 'unsure' ? words.proofsIfNone : words.proofs,
    proofs: enrolls ? proofsOf(assessment.documents, enrolls, table.coverageYear) : [],
    place: enrolls && placeOf(enrolls),
    askFirst: asked.cover === 'unsure' ? admission?.enroll !== 'mayNot' : admission?.enroll !== 'may',
  }
}

type Insured = Exclude<OtherCoverAnswer, 'none' | 'unsure'>

const insuredOf = (cover: OtherCoverAnswer): Insured | undefined =>
  cover === 'none' || cover === 'unsure' ? undefined : cover

const reasonOf = { employee: 'employeeInsured', residentElsewhere: 'enrolledElsewhere' } as const

function stopOf({ reasons }: Assessment, insured: Insured): AnswerShown['says'] {
  const reason = reasons.find(({ code }) => code === reasonOf[insured])
  if (!reason) return undefined
  const text = result.reasons[reason.code]
  return { text, source: { sureness: 'stated', clauses: [...reason.clauses], says: text } }
}

function saidOf({ enroll, clauses }: Admission): AnswerShown['says'] {
  const text = { may: words.saysMay, mayNot: words.mayNotBy, unstated: words.saysNothing }[enroll]
  const sureness = enroll === 'unstated' ? 'unstated' : 'stated'
  return { text, source: { sureness, clauses: [...clauses], says: text } }
}

function placeOf({ place, clauses }: Pick<Admission, 'place' | 'clauses'>): FactShown {
  const says = place ? words.placeSays(place) : words.placeUnstatedSays
  return {
    key: 'place',
    label: words.bring,
    lines: [place ?? words.placeUnstated],
    source: { sureness: place ? 'stated' : 'unstated', clauses: [...clauses], says },
  }
}

/** The one the table names for open questions first, then the others in its order. */
function officesOf({ offices, ask }: PolicyTable, code: string): Office[] {
  const first = offices[code] ? code : ask
  const others = Object.keys(offices).filter((one) => one !== first)
  return [first, ...others].flatMap((one) => offices[one] ?? [])
}
