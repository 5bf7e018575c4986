/** 一起缴: the road to one payment for one or several people. Addresses carry opaque ids and a year. */
import { keptOtherCover } from '../device/answersKept'
import { go, type replace } from '../navigation'

export interface Payees {
  /** Who is to be paid for. */
  people: readonly string[]
  /** Who else of the household is shown with the reason why not. */
  others: readonly string[]
  coverageYear: number
}

/** An opaque id holds no dot. */
const between = '.'

export const addressOf = ({ people, others, coverageYear }: Payees) => ({
  people: people.join(between),
  others: others.length > 0 ? others.join(between) : undefined,
  year: coverageYear,
})

/** Reads a page's address. Undefined where it is broken. */
export function payeesOf(params: Partial<Record<string, string>>): Payees | undefined {
  const people = idsIn(params.people)
  const coverageYear = Number(params.year)
  if (people.length === 0 || !Number.isInteger(coverageYear)) return undefined
  return { people, others: idsIn(params.others), coverageYear }
}

const idsIn = (text = ''): string[] => [...new Set(text.split(between).filter((id) => id !== ''))]

/** The same without one person, who stays in sight. */
export const without = ({ people, others, ...rest }: Payees, residentId: string): Payees => ({
  ...rest,
  people: people.filter((id) => id !== residentId),
  others: [...others.filter((id) => id !== residentId), residentId],
})

/** The same with one person paid for after all. */
export const including = ({ people, others, ...rest }: Payees, residentId: string): Payees => ({
  ...rest,
  people: [...people.filter((id) => id !== residentId), residentId],
  others: others.filter((id) => id !== residentId),
})

/** The next step before paying: everybody is asked about other cover once, then all is checked together. */
export function towardsPaying(payees: Payees, move: typeof go | typeof replace = go): void {
  const unasked = payees.people.find((id) => keptOtherCover(id, payees.coverageYear) !== 'none')
  if (unasked === undefined) move('check', addressOf(payees))
  else move('ask', { resident: unasked, ...addressOf(payees) })
}
