import { join } from 'node:path'
import { openSqliteStore, type SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { inventResidents } from '../../../cloudfunctions/_local/demonstration/inventResidents'
import { kindListing } from '../../../cloudfunctions/_imports/importKinds'
import { everybodyOn } from '../../../cloudfunctions/_imports/rosterMembers'
import { listingsOf, takenIn } from '../../../cloudfunctions/_imports/rosterStanding'
import {
  loadDemonstration,
  residentIdOf,
} from '../../../cloudfunctions/_local/demonstration/loadDemonstration'
import { sourcesOf } from '../../../cloudfunctions/_residents/sourceRecord'
import { loadRosters } from '../../../cloudfunctions/_local/demonstration/loadRosters'
import { readDemonstration } from '../../../cloudfunctions/_local/demonstration/readDemonstration'
import { residentIndexId } from '../../../cloudfunctions/_residents/recogniseResident'
import { readIdNumber } from '../../../shared/identity/idNumber'
import { loadTables } from '../../../shared/policy/loadTables'
import { assess } from '../../../shared/rules/assess'
import { randomKeys } from '../world/startWorld'

const demonstration = readDemonstration()
const tables = loadTables(join(__dirname, '../../../shared/policy/tables'))
const policies = servePolicies(tables)
const invented = [...inventResidents(demonstration, tables, 20_000)]

test('the same number gives the same people', () => {
  expect([...inventResidents(demonstration, tables, 500)]).toEqual(invented.slice(0, 500))
})

test('every ID number is valid, of a county that does not exist, and nobody else’s', () => {
  const numbers = invented.map(({ person }) => person.idNumber)
  expect(new Set(numbers).size).toBe(numbers.length)
  const invalid = numbers.filter((number) => readIdNumber(number, '2026-11-22').kind !== 'valid')
  const ofRealCounties = numbers.filter((number) => number.slice(4, 6) !== '99')
  expect({ invalid, ofRealCounties }).toEqual({ invalid: [], ofRealCounties: [] })
})

test('every name says that it is made up', () => {
  const names = invented.map(({ person }) => person.name)
  expect(names.filter((name) => !/样|示|例|范|演/.test(name))).toEqual([])
})

test('every town of every table has people, as many as its target asks', () => {
  for (const { region, coverageYear, townWeights } of demonstration.places) {
    const rows = policies.inForce(region, coverageYear)?.table.targets?.rows ?? []
    const here = invented.filter(({ person }) => person.region === region)
    const total = rows.reduce((sum, { values }) => sum + (values[townWeights ?? ''] ?? 0), 0)
    for (const { name, values } of rows) {
      const share = here.filter(({ person }) => person.town === name).length / here.length
      expect(share).toBeCloseTo((values[townWeights ?? ''] ?? 0) / total, 1)
      expect(share).toBeGreaterThan(0)
    }
  }
})

test('the accounts of the staff are made up, in towns that exist, two at each desk of a refund', () => {
  const { staff, people: named } = demonstration
  expect(new Set(staff.map(({ id }) => id)).size).toBe(staff.length)
  expect(staff.filter(({ name }) => !/样|示|例|范|演/.test(name))).toEqual([])
  for (const { region, town } of staff) {
    const of = tables.filter((table) => table.region === region)
    const towns = of.flatMap(({ targets }) => targets?.rows.map(({ name }) => name) ?? [])
    expect(of.length).toBeGreaterThan(0)
    // A table without towns: then those of the named people.
    const known = towns.length > 0 ? towns : named.map((person) => person.town)
    if (town !== undefined) expect(known).toContain(town)
  }
  for (const desk of ['tax', 'bureau', 'finance'])
    expect(staff.filter(({ role, region }) => role === desk && region === 'shandan')).toHaveLength(2)
})

test('every identity that a table subsidises is held by somebody there', () => {
  for (const { region, coverageYear } of demonstration.places) {
    const table = policies.inForce(region, coverageYear)?.table
    const held = new Set(
      invented.flatMap(({ person }) =>
        person.region === region ? (person.identities ?? []).map(({ code }) => code) : [],
      ),
    )
    const named = new Set(table?.subsidies.flatMap(({ identities }) => identities))
    const missing = [...named].filter(
      (code) => ![...held].some((one) => one === code || one.startsWith(`${code}/`)),
    )
    expect({ region, missing }).toEqual({ region, missing: [] })
  }
})

const dueOf = (name: string, coverageYear: number, on: string) => {
  const person = demonstration.people.find((one) => one.name === name)
  const table = policies.inForce(person?.region ?? '', coverageYear)?.table
  if (!person || !table) throw new Error(name)
  const identities = person.identities.map((code) => ({ code }))
  const { lastCovered, otherCover = 'none' } = person
  return assess(table, { residence: 'hukou', identities, otherCover, lastCovered }, on)
}

test('the named people show what they are there to show', () => {
  expect(dueOf('王样例', 2024, '2023-11-20').due).toMatchObject({ value: 13000 })
  expect(dueOf('李示范', 2024, '2023-11-20')).toMatchObject({ due: { value: 0 }, inAppPayment: false })
  expect(dueOf('赵样例', 2024, '2023-11-20').reasons.map(({ code }) => code)).toEqual(['employeeInsured'])
  expect(dueOf('马样例', 2021, '2020-11-20')).toMatchObject({
    due: { value: 28000 },
    reimbursed: { value: 16000 },
  })
  expect(dueOf('孙样例', 2021, '2020-11-20')).toMatchObject({ due: { value: 28000 }, inAppPayment: false })
})

describe('loading', () => {
  let store: SqliteStore
  beforeEach(() => {
    store = openSqliteStore(':memory:')
  })
  afterEach(() => store.close())

  const count = async (collection: string) => {
    let found = 0
    let cursor: string | undefined
    do {
      const sort = { field: 'region', order: 'ascending' } as const
      const page = await store.find(collection, {
        where: {},
        sort,
        limit: 500,
        ...(cursor ? { cursor } : {}),
      })
      found += page.documents.length
      cursor = page.cursor
    } while (cursor)
    return found
  }

  test('two thousand people with their enrollments load, once', async () => {
    const ports = { store, cipher: createCipher(randomKeys()), policies }
    await loadDemonstration(ports, demonstration, 2000, () => undefined)
    expect(await count('residents')).toBe(2000)
    const enrollments = await count('enrollments')
    expect(enrollments).toBeGreaterThan(2000)
    await loadDemonstration(ports, demonstration, 2000, () => expect(true).toBe(false))
    await loadDemonstration(ports, demonstration, 2100, () => undefined)
    expect(await count('residents')).toBe(2100)
  })

  test('the last roster leaves a few of the invented people out, and none of the named; more people change nothing about the others', async () => {
    const ports = { store, cipher: createCipher(randomKeys()), policies }
    const [roster] = demonstration.rosters
    if (!roster) throw new Error('no roster')
    const listed = async (count: number) => {
      await loadDemonstration(ports, demonstration, count, () => undefined)
      await loadRosters(ports, demonstration, count)
      const [listing] = listingsOf(await takenIn(store, roster.region))
      const sources = await sourcesOf(store, residentIdOf(0))
      expect((listing?.startedAt ?? '') > (sources?.said[0]?.at ?? '9')).toBe(true)
      return everybodyOn(store, listing ? [listing.importId] : [])
    }
    const with2000 = await listed(2000)
    const should = [...inventResidents(demonstration, tables, 2000)].filter(
      ({ person }) =>
        person.region === roster.region &&
        person.identities?.some(({ code }) => kindListing(code) === roster.kind),
    )
    const leftOut = should.filter(({ serial }) => !with2000.has(residentIdOf(serial)))
    expect(leftOut.length).toBeGreaterThan(2)
    expect(leftOut.length).toBeLessThan(should.length / 5)
    expect(leftOut.every(({ serial }) => serial >= demonstration.people.length)).toBe(true)
    const with2500 = await listed(2500)
    expect(with2500.size).toBeGreaterThan(with2000.size)
    expect([...with2000].every((id) => with2500.has(id))).toBe(true)
  })

  test('an interrupted load goes on where it was', async () => {
    const ports = { store, cipher: createCipher(randomKeys()), policies }
    const interrupted = { ...store, insertMany: failingAfter(2) }
    await expect(
      loadDemonstration({ ...ports, store: interrupted }, demonstration, 300, () => undefined),
    ).rejects.toThrow('cut off')
    await loadDemonstration(ports, demonstration, 300, () => undefined)
    expect(await count('residents')).toBe(300)
    const named = demonstration.people[0]
    const index = await store.get<{ residentId: string }>(
      'residentIndex',
      residentIndexId(ports.cipher, named?.region ?? '', named?.idNumber ?? ''),
    )
    expect(await store.get('residents', index?.fields.residentId ?? 'nobody')).toBeDefined()
  })

  function failingAfter(calls: number): SqliteStore['insertMany'] {
    let left = calls
    return async (collection, rows) => {
      left -= 1
      if (left < 0) throw new Error('cut off')
      await store.insertMany(collection, rows)
    }
  }
})
