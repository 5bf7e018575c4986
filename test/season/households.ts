import { inventResidents } from '../../cloudfunctions/_local/demonstration/inventResidents'
import { readDemonstration } from '../../cloudfunctions/_local/demonstration/readDemonstration'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import type { PolicyTable } from '../../shared/policy/table'
import { assess } from '../../shared/rules/assess'
import { momentOf } from './calendar'

export const place = { region: 'shandan', coverageYear: 2024 } as const

/** What happens to a household's payment. */
export type Fate =
  | 'plain'
  /** WeChat's callback does not reach us. */
  | 'callbackLost'
  /** Nor does WeChat answer questions about it until the next noon: only the bill knows. */
  | 'onlyInBill'
  /** Paid after we closed it: goes back, and is paid anew. */
  | 'late'
  /** Somebody of them applies for the money back. */
  | 'refund'

export interface Household {
  openId: string
  people: RosterPerson[]
  /** Milliseconds since 1970. */
  at: number
  fate: Fate
}

/** Out of a thousand households. */
const fates = [
  ['callbackLost', 12],
  ['onlyInBill', 2],
  ['late', 2],
  ['refund', 3],
] as const

const sizes = [
  ['1', 250],
  ['2', 300],
  ['3', 220],
  ['4', 150],
  ['5', 80],
] as const

/** People of the county who owe a fee, in households that pay together, by the moment at which they pay. */
export function householdsOf(count: number, seed: number, table: PolicyTable): Household[] {
  const choice = seededChoice(seed)
  const households: Household[] = []
  let wanted = 0
  let people: RosterPerson[] = []
  let left = count
  for (const person of payersOf(count, table)) {
    if (people.length === 0) wanted = Math.min(left, Number(choice.weighted(sizes, 1000)))
    people.push(person)
    if (people.length < wanted) continue
    const fate = (choice.weighted(fates, 1000) ?? 'plain') as Fate
    households.push({ openId: `household-${households.length}`, people, at: momentOf(choice), fate })
    left -= people.length
    people = []
    if (left === 0) break
  }
  return households.sort((one, other) => one.at - other.at)
}

function* payersOf(count: number, table: PolicyTable): Generator<RosterPerson> {
  const demonstration = readDemonstration()
  const [shandan] = demonstration.places.filter(({ region }) => region === place.region)
  if (!shandan) throw new Error('the demonstration has no such county')
  const only = {
    ...shandan,
    share: 1000,
    otherCover: { none: 1000 },
    enrolled: { ...shandan.enrolled, share: 0 },
  }
  const everybody = inventResidents({ ...demonstration, people: [], places: [only] }, [table], count * 2)
  for (const { person, serial } of everybody) {
    const identities = (person.identities ?? []).map(({ code }) => ({ code, since: null }))
    const name = person.name + nameSuffix(serial)
    const known: RosterPerson = { ...person, name, identities, residence: 'hukou' }
    const facts = {
      residence: 'hukou',
      identities: identities.map(({ code }) => ({ code })),
      otherCover: 'none' as const,
    }
    const { due } = assess(table, facts, '2023-11-01')
    if (due.kind === 'stated' && due.value > 0) yield known
  }
}

/** The demonstration has few names, and two newborns of one name and birth day are taken for one child. */
const nameSuffix = (serial: number): string =>
  String(serial).replace(/\d/g, (digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)))
