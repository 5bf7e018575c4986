/** 数进度: a county counted a part at a time, so that no call is long and whoever is stopped loses one part at most. */
import { departmentRosters } from '../_imports/departmentRosters'
import { takenIn } from '../_imports/rosterStanding'
import { civilDayOf } from '../_ports/clock'
import { giveWay } from '../_ports/giveWay'
import type { PolicyInForce } from '../_ports/policies'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { put } from '../_ports/put'
import { partitions } from '../_residents/partition'
import { countedTowns } from './countedTowns'
import { noCounts } from './counts'
import {
  roundOf,
  tallyId,
  townId,
  yearKey,
  type CountedYear,
  type PlaceTally,
  type Round,
  type RoundFields,
  type TallyFields,
  type TownFields,
} from './progressRecord'
import { sumTowns } from './sumTowns'
import { tallyPartition } from './tallyPartition'

type CountingPorts = Pick<ServicePorts, 'store' | 'clock'>

/** Begins a round, unless one of today is under way: what was left half on another day says nothing of today. */
export function beginRound({ store, clock }: CountingPorts, year: CountedYear): Promise<Round> {
  const begunAt = clock.now()
  return store.transaction(async (documents) => {
    const standing = await roundOf(documents, year)
    if (standing?.fields.finishedAt === null && civilDayOf(standing.fields.begunAt) === civilDayOf(begunAt))
      return standing
    const fields: RoundFields = {
      region: year.region,
      coverageYear: year.coverageYear,
      round: (standing?.fields.round ?? 0) + 1,
      next: 0,
      rosters: departmentRosters(await takenIn(documents, year.region)),
      begunAt,
      finishedAt: null,
    }
    await put(documents, 'progressRounds', yearKey(year), fields)
    return { id: yearKey(year), revision: (standing?.revision ?? 0) + 1, fields }
  })
}

/** Goes on with a round while it may, or with the one that was begun after it. Two who count at once do a part twice and write it once. */
export async function countOn(
  ports: CountingPorts,
  policy: PolicyInForce,
  standing: Round,
  goOn: () => boolean,
): Promise<Round> {
  let round = standing
  while (round.fields.finishedAt === null) {
    const partition = partitions[round.fields.next]
    round =
      partition === undefined ? await finish(ports, round) : await countPart(ports, policy, round, partition)
    if (!goOn()) break
    await giveWay()
  }
  return round
}

async function countPart(
  { store }: CountingPorts,
  { table }: PolicyInForce,
  standing: Round,
  partition: string,
): Promise<Round> {
  const { region, coverageYear, round, next, rosters } = standing.fields
  const places = await tallyPartition(store, table, partition, rosters)
  const tally: TallyFields = { region, coverageYear, partition, round, places }
  return store.transaction(async (documents) => {
    const now = await roundOf(documents, standing.fields)
    if (!now || now.revision !== standing.revision) return now ?? standing
    await put(documents, 'progressTallies', tallyId(standing.fields, partition), tally)
    return change(documents, now, { next: next + 1 })
  })
}

async function change(documents: Documents, standing: Round, changes: Partial<RoundFields>): Promise<Round> {
  const fields = { ...standing.fields, ...changes }
  await documents.replace('progressRounds', standing.id, standing.revision, fields)
  return { ...standing, revision: standing.revision + 1, fields }
}

/** Writes every town's sums, then says that the round is over: done again after a kill, it writes the same. */
async function finish({ store, clock }: CountingPorts, standing: Round): Promise<Round> {
  const { region, coverageYear, begunAt } = standing.fields
  const year = { region, coverageYear }
  const places = await placesOf(store, standing)
  if (!places) return (await roundOf(store, year)) ?? standing
  const sums = sumTowns(places)
  for (const town of [...sums, ...(await vanished(store, year, sums))]) {
    const fields: TownFields = { ...year, ...town, asOf: begunAt }
    await store.transaction((documents) => put(documents, 'progressTowns', townId(year, town.town), fields))
  }
  const finishedAt = clock.now()
  return store.transaction(async (documents) => {
    const now = await roundOf(documents, year)
    if (!now || now.revision !== standing.revision) return now ?? standing
    return change(documents, now, { finishedAt })
  })
}

/** What the parts of a round came to; undefined where they are counted anew already. */
async function placesOf(
  { get }: CountingPorts['store'],
  { fields }: Round,
): Promise<PlaceTally[] | undefined> {
  const places: PlaceTally[] = []
  for (const partition of partitions) {
    const tally = await get<TallyFields>('progressTallies', tallyId(fields, partition))
    if (!tally) throw new Error(`part ${partition} was not counted`)
    if (tally.fields.round !== fields.round) return undefined
    places.push(...tally.fields.places)
  }
  return places
}

/** Towns that nobody is of any more: nothing is deleted here, they come to nothing. */
async function vanished(
  store: CountingPorts['store'],
  year: CountedYear,
  sums: ReturnType<typeof sumTowns>,
): Promise<ReturnType<typeof sumTowns>> {
  const counted = new Set(sums.map(({ town }) => town))
  const gone: ReturnType<typeof sumTowns> = []
  for (const { town, heads } of await countedTowns(store, year))
    if (!counted.has(town))
      gone.push({
        town,
        counts: noCounts(),
        heads: heads.map(() => 0),
        undated: 0,
        rosters: {},
        villages: [],
      })
  return gone
}
