/** 一起缴: whose fees can be paid at once. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Family, MemberCard } from '../../../../shared/contracts/family'
import { mostPeople } from '../../../../shared/contracts/startPayment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { keptOtherCover } from '../../device/answersKept'
import type { Payees } from '../payees'

type Member = ReplyOf<typeof Family>['members'][number]
type Carded = Member & { card: MemberCard }

export interface Together {
  payees: Payees
  names: readonly string[]
  fen: number
  /** The first day on which somebody's time is over. */
  deadline: CivilDay | undefined
}

/** The largest group of one place and coverage year that can be paid for here, where it is two or more. */
export function togetherOf(members: readonly Member[]): Together | undefined {
  const carded = members.flatMap((member) => (member.card ? [{ ...member, card: member.card }] : []))
  const households = carded.map((member) => carded.filter((other) => isWith(member, other)))
  const largest = households.reduce<Carded[]>((so, household) => {
    return owing(household).length > owing(so).length ? household : so
  }, [])
  const payable = owing(largest).slice(0, mostPeople)
  const [first] = payable
  if (!first || payable.length < 2) return undefined
  return {
    payees: {
      people: payable.map(({ residentId }) => residentId),
      others: largest.filter((member) => isLeft(member, payable)).map(({ residentId }) => residentId),
      coverageYear: first.card.coverageYear,
    },
    names: payable.map(({ name }) => name),
    fen: payable.reduce((sum, { card }) => sum + (card.dueFen ?? 0), 0),
    deadline: payable.flatMap(({ card }) => card.deadline ?? []).sort()[0],
  }
}

const isWith = (one: Carded, other: Carded): boolean =>
  one.place.region === other.place.region && one.card.coverageYear === other.card.coverageYear

/** Whoever said that there is other cover, or did not know, is not counted in again before saying otherwise. */
const owing = (household: readonly Carded[]): Carded[] =>
  household.filter(({ residentId, card }) => {
    const said = keptOtherCover(residentId, card.coverageYear)
    return card.standing === 'toPay' && card.dueFen !== null && (said === undefined || said === 'none')
  })

/** Not paid for this time, and not paid already. */
const isLeft = (member: Carded, payable: readonly Carded[]): boolean =>
  member.card.standing !== 'enrolled' && !payable.includes(member)
