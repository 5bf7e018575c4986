/**
 * A made-up county as the match meets it: residents in the towns of the notice, five rosters' identities on some of them, the list of
 * employees on others, and who has paid; and of each kind a whole roster that leaves a few of them out. Written straight into the
 * embedded database.
 */
import type { NewDocument, SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { kindListing } from '../../../cloudfunctions/_imports/importKinds'
import type { TakenRoster } from '../../../cloudfunctions/_imports/rosterStanding'
import type { Cipher } from '../../../cloudfunctions/_ports/cipher'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import { sealPerson, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import type { ImportKind } from '../../../shared/contracts/imports'
import type { PolicyTable } from '../../../shared/policy/table'
import { assess } from '../../../shared/rules/assess'
import { addDays } from '../../../shared/rules/civilDay'
import { randomFrom, type Random } from '../randomFrom'

/** Of a thousand residents, by the five kinds of roster that list identities. */
const shares = [
  ['extremePoverty', 6],
  ['orphan', 2],
  ['ruralDibao/1', 8],
  ['ruralDibao/2', 14],
  ['ruralDibao/3', 12],
  ['urbanDibao/full', 3],
  ['urbanDibao/partial', 3],
  ['registeredPoor/unlifted', 10],
  ['registeredPoor/lifted2014', 8],
  ['registeredPoor/lifted2015', 12],
  ['registeredPoor/lifted2016', 20],
  ['registeredPoor/lifted2017', 20],
  ['registeredPoor/lifted2018', 20],
  ['registeredPoor/lifted2019', 15],
  ['disability/1', 6],
  ['disability/2', 9],
  ['disability/3', 10],
  ['preferentialTreatment', 5],
  ['retiredSoldier', 4],
  ['warVeteran', 2],
  ['familyPlanning', 12],
] as const

const rosterDay = '2020-01-28'
const perBatch = 25_000

export interface County {
  residents: number
  listed: number
  /** Identities that the newest whole roster of their kind does not hold any more. */
  leftOut: number
  enrolled: number
}

export async function writeRosterCounty(
  store: SqliteStore,
  cipher: Cipher,
  table: PolicyTable,
  count: number,
  progress: (written: number) => void,
): Promise<County> {
  const random = randomFrom(825)
  const county = { residents: 0, listed: 0, leftOut: 0, enrolled: 0 }
  const rosters = newRosters()
  await writeImports(store, table.region, count)
  while (county.residents < count) {
    const residents: NewDocument[] = []
    const enrollments: NewDocument[] = []
    while (residents.length < perBatch && county.residents < count) {
      const id = randomId(random)
      const resident = residentOf(cipher, table, id, county.residents, random)
      residents.push({ id, fields: resident })
      county.residents += 1
      if (resident.identities?.length) county.listed += 1
      county.leftOut += putOnRosters(rosters, id, resident)
      const enrollment = enrollmentOf(table, id, resident, random)
      if (!enrollment) continue
      enrollments.push({ id: yearId(id, table.coverageYear), fields: enrollment })
      county.enrolled += 1
    }
    await store.insertMany('residents', residents)
    await store.insertMany('enrollments', enrollments)
    progress(county.residents)
  }
  await writeRosters(store, table.region, rosters)
  return county
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const randomId = (random: Random): string =>
  Array.from({ length: 22 }, () => letters[Math.floor(random.next() * 64)]).join('')

function residentOf(
  cipher: Cipher,
  { region, targets }: PolicyTable,
  id: string,
  serial: number,
  random: Random,
): ResidentFields {
  const identities = shares.flatMap(([code, share]) =>
    random.chance(share / 1000)
      ? [{ code, since: random.chance(0.1) ? addDays('2019-10-01', Math.floor(random.next() * 120)) : null }]
      : [],
  )
  const town = random.pick(targets?.rows ?? []).name
  return {
    region,
    town,
    village: `样例村${serial % 20}`,
    household: null,
    partition: partitionOf(id),
    sealedPerson: sealPerson(cipher, id, '样例', `62999919700101${String(serial % 10000).padStart(4, '0')}`),
    nameIndex: id.repeat(3).slice(0, 64),
    likeness: id.repeat(3).slice(0, 64),
    residence: random.chance(0.95) ? 'hukou' : 'longTerm',
    identities,
    otherCover: random.chance(0.07) ? 'employee' : null,
    lastCovered: lastCovered(random),
    student: 'none',
  }
}

const lastCovered = (random: Random): number | 'never' => (random.chance(0.9) ? 2019 : 'never')

/** Two thirds have paid by the rules of that day; of the employees one in fifty has as well. */
function enrollmentOf(
  table: PolicyTable,
  residentId: string,
  { identities, otherCover, residence, lastCovered }: ResidentFields,
  random: Random,
): EnrollmentFields | undefined {
  if (!random.chance(otherCover === 'employee' ? 0.02 : 0.66)) return undefined
  const paidOn = addDays('2019-09-02', Math.floor(random.next() * 120))
  const held = (identities ?? []).map(({ code, since }) => (since === null ? { code } : { code, since }))
  const person = {
    residence: residence ?? 'hukou',
    identities: held,
    otherCover: 'none' as const,
    lastCovered: lastCovered ?? 'never',
  }
  const { due, subsidyFor } = assess(table, person, paidOn)
  if (due.kind !== 'stated') return undefined
  return {
    residentId,
    region: table.region,
    partition: partitionOf(residentId),
    coverageYear: table.coverageYear,
    way: due.value === 0 ? 'onBehalf' : 'counter',
    identity: subsidyFor.kind === 'stated' ? subsidyFor.value : null,
    paidFen: due.value,
    paidAt: null,
    paidOn,
    coverageFrom: [],
    coverageTo: [],
    orderNumber: null,
    withdrawnAt: null,
  }
}

type Rosters = { random: Random; ids: Map<string, string[]> }

/** By kind and part: who stands on it. Its own chance, so that the county is the same with it and without. */
const newRosters = (): Rosters => ({ random: randomFrom(51), ids: new Map() })

/** So many of a thousand who stood on a roster stand on the newest one no more. */
const leftOutOfThousand = 20

/** Puts somebody on the rosters of their identities, or leaves them out; answers how many identities that ends. */
function putOnRosters(
  { random, ids }: Rosters,
  id: string,
  { identities, partition }: ResidentFields,
): number {
  const kinds = (identities ?? []).flatMap(({ code }) => kindListing(code) ?? [])
  let ended = 0
  for (const kind of new Set(kinds)) {
    const part = `${rosterId(kind)}-${partition}`
    if (random.chance(leftOutOfThousand / 1000)) ended += kinds.filter((one) => one === kind).length
    else if (!ids.get(part)?.push(id)) ids.set(part, [id])
  }
  return ended
}

async function writeRosters(store: SqliteStore, region: string, { ids }: Rosters): Promise<void> {
  const parts = [...ids].map(([id, members]) => ({ id, fields: { region, ids: members } }))
  await store.insertMany('rosterParts', parts)
  const taken = rosterKinds.map((kind): TakenRoster => ({
    kind,
    importId: rosterId(kind),
    lists: 'everybody',
    startedAs: 'bureau',
    rows: 0,
    startedAt: rosterAt,
    committedAt: rosterAt,
    membersKept: true,
  }))
  await store.insertMany('rosterStandings', [{ id: region, fields: { region, taken } }])
}

const rosterKinds = [...new Set(shares.flatMap(([code]) => kindListing(code) ?? []))]
const rosterId = (kind: ImportKind): string => `bench-${kind}`
const rosterAt = `${rosterDay}T02:00:00.000Z`

/** One committed file of each of the five kinds. */
async function writeImports(store: SqliteStore, region: string, rows: number): Promise<void> {
  const at = rosterAt
  const imports = rosterKinds.map((kind) => ({
    id: rosterId(kind),
    fields: { region, town: null, kind, state: 'committed', startedAt: at, committedAt: at, rows },
  }))
  await store.insertMany('imports', imports)
}
