/** 浦北 with all its people in the embedded database, counted once, in a process of its own; prints what it took as JSON. */
import { openSqliteStore, type NewDocument } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import { standingAt } from '../../../cloudfunctions/_ports/clock'
import { countedTowns } from '../../../cloudfunctions/_progress/countedTowns'
import { beginRound, countOn } from '../../../cloudfunctions/_progress/countOn'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import { loadTables } from '../../../shared/policy/loadTables'

export interface Counted {
  people: number
  countMs: number
  longestPartMs: number
  readMs: number
  peakKb: number
}

const [file = '', tablesFolder = '', count = ''] = process.argv.slice(2)
const people = Number(count)
const year = { region: 'pubei', coverageYear: 2020 }
const policy = servePolicies(loadTables(tablesFolder)).inForce(year.region, year.coverageYear)
const rows = policy?.table.targets?.rows ?? []
const store = openSqliteStore(file, localIndexes)
const clock = standingAt('2020-01-10T01:00:00Z')

const idOf = (serial: number): string => `bench-${String(serial).padStart(7, '0')}`

/** As long as a sealed name and number are; nothing opens them here. */
const sealed = 'v2.k1.'.padEnd(260, 'x')

function* residents(): Generator<NewDocument> {
  for (let serial = 0; serial < people; serial += 1) {
    const id = idOf(serial)
    const town = rows[serial % rows.length]?.name ?? null
    const village = `样村${(serial >> 5) % 18}`
    const identities = serial % 7 === 0 ? [{ code: 'registeredPoor/lifted2016', since: null }] : []
    const household = `${id.slice(0, -1)}`.padEnd(64, '0')
    yield {
      id,
      fields: {
        ...{ region: year.region, town, village, household, partition: partitionOf(id), identities },
        ...{ sealedPerson: sealed, nameIndex: id.padEnd(64, '0'), residence: 'hukou', student: null },
        ...{ otherCover: serial % 11 === 0 ? 'employee' : 'none', lastCovered: 2019 },
      },
    }
  }
}

function* enrollments(coverageYear: number, every: number): Generator<NewDocument> {
  for (let serial = 0; serial < people; serial += 1) {
    if (serial % every === 0) continue
    const residentId = idOf(serial)
    yield {
      id: `${residentId}-${coverageYear}`,
      fields: {
        ...{ residentId, region: year.region, partition: partitionOf(residentId), coverageYear },
        ...{ way: serial % 9 === 0 ? 'onBehalf' : 'roster', identity: null, paidFen: 25000, paidAt: null },
        ...{ paidOn: '2019-12-30', coverageFrom: [], coverageTo: [], orderNumber: null, withdrawnAt: null },
      },
    }
  }
}

async function run(): Promise<Counted> {
  if (!policy) throw new Error('no table')
  await store.insertMany('residents', residents())
  await store.insertMany('enrollments', enrollments(year.coverageYear, 5))
  await store.insertMany('enrollments', enrollments(year.coverageYear - 1, 8))
  const started = performance.now()
  let longestPartMs = 0
  let round = await beginRound({ store, clock }, year)
  while (round.fields.finishedAt === null) {
    const partStarted = performance.now()
    round = await countOn({ store, clock }, policy, round, () => false)
    longestPartMs = Math.max(longestPartMs, performance.now() - partStarted)
  }
  const countMs = performance.now() - started
  const reading = performance.now()
  const towns = await countedTowns(store, year)
  const readMs = performance.now() - reading
  const counted = towns.reduce((sum, { counts }) => sum + counts.registered, 0)
  if (counted !== people) throw new Error(`counted ${counted} of ${people}`)
  return { people, countMs, longestPartMs, readMs, peakKb: process.resourceUsage().maxRSS }
}

void run().then((counted) => {
  store.close()
  process.stdout.write(JSON.stringify(counted))
})
