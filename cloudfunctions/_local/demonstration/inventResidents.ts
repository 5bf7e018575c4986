/**
 * Invents residents: the named people first, then as many others as are wanted, spread over places and towns as the
 * tables' targets are. The same number always gives the same people.
 */
import { checkCharacter } from '../../../shared/identity/idNumber'
import { addDays, ageOn, type CivilDay } from '../../../shared/rules/civilDay'
import type { PolicyTable } from '../../../shared/policy/table'
import type { Contact } from '../../_residents/contactRecord'
import type { RosterPerson } from '../../_residents/residentDocuments'
import type { Demonstration, DemonstrationPlace, NamedPerson } from './readDemonstration'
import { seededChoice, type Choice } from './seededChoice'

export interface InventedResident {
  /** Counted from 0; the id of the resident is made from it, so that an interrupted load can go on. */
  serial: number
  person: RosterPerson
  contact: Contact
  coverageYear: number
  /** Whether, and on which day, the person has enrolled for the coverage year already. */
  enrolledOn: CivilDay | null
}

type Weights = readonly (readonly [string, number])[]

interface PlaceWeights {
  place: DemonstrationPlace
  towns: Weights
  townTotal: number
  residences: Weights
  otherCover: Weights
  lastCovered: Weights
}

export function* inventResidents(
  demonstration: Demonstration,
  tables: readonly PolicyTable[],
  count: number,
): Generator<InventedResident> {
  const places = demonstration.places.map((place) => weightsOf(place, tables))
  for (const [serial, person] of demonstration.people.entries())
    yield named(demonstration, serial, person, places, tables)
  const shares = places.map(({ place }, index) => [String(index), place.share] as const)
  const total = shares.reduce((sum, [, share]) => sum + share, 0)
  for (let serial = demonstration.people.length; serial < count; serial += 1) {
    const choice = seededChoice(serial * 0x9e3779b1)
    const weights = places[Number(choice.weighted(shares, total))]
    if (weights) yield invent(demonstration, weights, serial, choice)
  }
}

function weightsOf(place: DemonstrationPlace, tables: readonly PolicyTable[]): PlaceWeights {
  const table = tables.find(
    ({ region, coverageYear }) => region === place.region && coverageYear === place.coverageYear,
  )
  const { townWeights } = place
  const rows = townWeights === undefined ? [] : (table?.targets?.rows ?? [])
  const towns = rows.map(({ name, values }) => [name, values[townWeights ?? ''] ?? 0] as const)
  return {
    place,
    towns,
    townTotal: towns.reduce((sum, [, weight]) => sum + weight, 0),
    residences: Object.entries(place.residences),
    otherCover: Object.entries(place.otherCover),
    lastCovered: Object.entries(place.lastCovered),
  }
}

function named(
  { villages }: Demonstration,
  serial: number,
  { name, idNumber, region, town: named, identities, otherCover, lastCovered, student }: NamedPerson,
  places: readonly PlaceWeights[],
  tables: readonly PolicyTable[],
): InventedResident {
  const weights = places.find(({ place }) => place.region === region)
  if (!weights || !tables.some((table) => table.region === region))
    throw new Error(`${region}: no such place`)
  const town = named ?? weights.towns[0]?.[0] ?? null
  const home = homeOf(serial, town, villages)
  return {
    serial,
    coverageYear: weights.place.coverageYear,
    enrolledOn: null,
    contact: contactOf(serial, home),
    person: {
      region,
      town,
      ...home,
      name,
      idNumber,
      residence: 'hukou',
      identities: identities.map((code) => ({ code, since: null })),
      otherCover: otherCover ?? null,
      lastCovered,
      student: student ?? null,
    },
  }
}

function invent(
  demonstration: Demonstration,
  weights: PlaceWeights,
  serial: number,
  choice: Choice,
): InventedResident {
  const { place, towns, townTotal } = weights
  const { surnames, givenNames, variants, villages } = demonstration
  const born = birthdayOf(serial, place.recognisedSince.from)
  const otherCover = (choice.weighted(weights.otherCover, 1000) ?? null) as RosterPerson['otherCover']
  const insured = otherCover === 'employee' || otherCover === 'residentElsewhere'
  const lastCovered = choice.weighted(weights.lastCovered, 1000)
  const town = townTotal > 0 ? (choice.weighted(towns, townTotal) ?? null) : null
  const home = homeOf(serial, town, villages)
  return {
    serial,
    coverageYear: place.coverageYear,
    enrolledOn: !insured && choice.perThousand(place.enrolled.share) ? dayIn(place.enrolled, choice) : null,
    contact: contactOf(serial, home),
    person: {
      region: place.region,
      town,
      ...home,
      name: choice.one([...surnames]) + choice.one(givenNames) + choice.one(variants),
      idNumber: idNumberOf(place.bornIn, born, serial),
      residence: choice.weighted(weights.residences, 1000) ?? 'hukou',
      identities: insured ? [] : identitiesOf(place, choice),
      otherCover,
      lastCovered:
        lastCovered === undefined || lastCovered === 'never' ? (lastCovered ?? null) : Number(lastCovered),
      student: studentOf(ageOn(born, place.recognisedSince.from)),
    },
  }
}

type Home = { village: string; household: string }

/** So many serials one after the other share a household wherever they fall into the same village. */
const serialsPerHousehold = 200

/** 户号: the village and a number within it. */
function homeOf(serial: number, town: string | null, villages: readonly string[]): Home {
  const village = villages[serial % villages.length] ?? ''
  return { village, household: `${town ?? ''}${village}${Math.floor(serial / serialsPerHousehold) + 1}` }
}

/** Numbers that no telephone and no bank has. */
const contactOf = (serial: number, { village, household }: Home): Contact => ({
  address: `${village}${Math.floor(serial / serialsPerHousehold) + 1}号`,
  phone: `000${String(serial).padStart(8, '0')}`,
  account: `0000${String(serial).padStart(15, '0')}`,
  household,
})

const oldestDays = 92 * 365
const sequences = 1000

/**
 * Birthdays spread over a long life, so that no two serials share birthday and sequence: each thousand people use
 * every sequence once, and the next thousand are born on other days (the factor has no divisor in common with the span).
 */
const birthdayOf = (serial: number, before: CivilDay): CivilDay =>
  addDays(before, -1 - ((Math.floor(serial / sequences) * 7919 + (serial % sequences) * 33) % oldestDays))

function idNumberOf(bornIn: string, born: CivilDay, serial: number): string {
  const first17 = bornIn + born.replaceAll('-', '') + String(serial % sequences).padStart(3, '0')
  return first17 + checkCharacter(first17)
}

function identitiesOf(place: DemonstrationPlace, choice: Choice): NonNullable<RosterPerson['identities']> {
  return Object.entries(place.identities).flatMap(([code, share]) =>
    choice.perThousand(share)
      ? [
          {
            code,
            since: choice.perThousand(place.recognisedSince.share)
              ? dayIn(place.recognisedSince, choice)
              : null,
          },
        ]
      : [],
  )
}

function dayIn({ from, to }: { from: CivilDay; to: CivilDay }, choice: Choice): CivilDay {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return addDays(from, choice.number(days + 1))
}

const studentOf = (age: number): string => (age >= 6 && age < 18 ? 'pupil' : 'none')
