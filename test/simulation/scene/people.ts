/** The people of every run: few, so that they meet, and there from the start, so that a run costs nothing to set up. */
import type { Stored } from '../../../cloudfunctions/_ports/store'
import { personIndexOf, type ActsForFields } from '../../../cloudfunctions/_residents/actsForRecord'
import type { FamilyFields } from '../../../cloudfunctions/_residents/family'
import { residentDocuments, type RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { factsOf } from '../../../cloudfunctions/_residents/residentRecord'
import { checkCharacter } from '../../../shared/identity/idNumber'
import type { Person } from '../../../shared/rules/person'
import type { Beginning } from '../store/documentVersions'
import { plainCipher } from './plainCipher'

export interface SimulatedPerson {
  residentId: string
  region: string
  idNumber: string
  /** As the rules take them, and with what every guardian says: no other cover. */
  facts: Person
}

export interface Caller {
  openId: string
  /** As the service stores it. */
  index: string
  family: readonly SimulatedPerson[]
}

const cipher = plainCipher(() => 'nothing random here')

const idNumberOf = (serial: number): string => {
  const first17 = `629999197001${String(10 + serial).padStart(2, '0')}001`
  return first17 + checkCharacter(first17)
}

const plain: Omit<RosterPerson, 'region' | 'name' | 'idNumber'> = {
  town: '样例镇',
  residence: 'hukou',
  identities: [],
  otherCover: null,
  lastCovered: 2030,
  student: null,
}

/** Two counties know the first two by the same ID number. */
const roster: readonly (Pick<RosterPerson, 'region'> & { serial: number } & Partial<RosterPerson>)[] = [
  { region: 'rivertown', serial: 1 },
  { region: 'rivertown', serial: 2 },
  { region: 'rivertown', serial: 3, identities: [{ code: 'ruralDibao', since: '2030-01-01' }] },
  { region: 'rivertown', serial: 4, identities: [{ code: 'extremePoverty', since: '2030-01-01' }] },
  { region: 'rivertown', serial: 5, otherCover: 'employee' },
  { region: 'lakeside', serial: 1 },
  { region: 'lakeside', serial: 2 },
  { region: 'lakeside', serial: 6 },
]

const entries = roster.map(({ serial, ...known }, index) => {
  const person: RosterPerson = { ...plain, name: `样例${serial}`, idNumber: idNumberOf(serial), ...known }
  const residentId = `resident-${index}`
  const { resident } = residentDocuments(cipher, person, residentId)
  const facts = factsOf(resident.fields, person.idNumber)
  const said: Person = facts.otherCover === undefined ? { ...facts, otherCover: 'none' } : facts
  const simulated: SimulatedPerson = {
    residentId,
    region: person.region,
    idNumber: person.idNumber,
    facts: said,
  }
  return { simulated, document: resident }
})

export const people: readonly SimulatedPerson[] = entries.map(({ simulated }) => simulated)

const idNumbers = new Map(people.map(({ residentId, idNumber }) => [residentId, idNumber]))

/** Who a resident document is about, in whatever county. */
export const idNumberOfResident = (residentId: string): string => idNumbers.get(residentId) ?? residentId

/** Who may pay for whom, by the place in `people`: two guardians share children, and two counties share people. */
const families: Readonly<Record<string, readonly number[]>> = {
  openidMother: [0, 1, 2, 3],
  openidFather: [1, 2, 4],
  openidAunt: [0, 5, 6],
  openidUncle: [6, 5, 7],
}

export const callers: readonly Caller[] = Object.entries(families).map(([openId, members]) => ({
  openId,
  index: cipher.index('caller', openId),
  family: members.map((index) => people[index] as SimulatedPerson),
}))

const stored = (id: string, fields: Stored['fields']): readonly [string, Stored] => [
  id,
  { id, revision: 1, fields },
]

/** Whoever acts for somebody does so in whatever county knows that person. */
const actsFor = [...new Set(people.map(({ idNumber }) => idNumber))].map((idNumber) => {
  const acting = callers.filter(({ family }) => family.some((person) => person.idNumber === idNumber))
  const fields: ActsForFields = {
    self: null,
    callers: acting.map(({ index, openId }) => ({
      callerIndex: index,
      link: `link-of-${openId}`,
      relation: 'other',
      guardian: false,
      since: '2030-08-01T00:00:00Z',
      endedAt: null,
    })),
  }
  return stored(personIndexOf(cipher, idNumber), fields)
})

/** The documents that every run begins with. */
export const beginning: Beginning = new Map([
  ['actsFor', new Map(actsFor)],
  ['residents', new Map(entries.map(({ document }) => stored(document.id, document.fields)))],
  [
    'families',
    new Map(
      callers.map(({ index, family }) => {
        const fields: FamilyFields = {
          members: family.map(({ residentId }) => residentId),
          self: null,
        }
        return stored(index, fields)
      }),
    ),
  ],
])
