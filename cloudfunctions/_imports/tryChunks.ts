import type { ImportCounts } from '../../shared/contracts/imports'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import {
  changeImport,
  importOf,
  listsWholeRegion,
  moveImport,
  type Import,
  type ImportFields,
} from './importRecord'
import { withinOneCall } from '../_ports/withinOneCall'
import { noteRejects } from './parkedRows'
import { planChunk } from './planChunk'
import { everybodyOn } from './rosterMembers'
import { dayOfListing, listingsOf, takenIn } from './rosterStanding'

/** Goes on with the trial; whoever is stopped in between does the same chunks again. */
export async function tryChunks(ports: StaffPorts, standing: Import): Promise<Import> {
  const { store, clock, staff } = ports
  const { next, chunks } = standing.fields
  const goOn = withinOneCall()
  let counts = standing.fields.counts
  const last = await lastRoster(ports, standing)
  let named = next === 0 ? 0 : (standing.fields.last?.named ?? 0)
  let until = next
  do {
    const plan = await planChunk(ports, store, standing, until)
    await noteRejects(store, standing.id, until, plan.rejects)
    counts = sum(counts, plan.counts)
    named += plan.named.members.filter((member) => last?.people.has(member)).length
    until += 1
    await giveWay()
  } while (until < chunks && goOn())
  return store.transaction(async (documents) => {
    const now = await importOf(documents, staff, standing.id)
    // Somebody else has gone on meanwhile, or has named the columns anew: what they did stands.
    if (!now || now.revision !== standing.revision) return now ?? standing
    const changes = { next: until, counts, last: seen(last, named), changedAt: clock.now() }
    return until < chunks
      ? changeImport(documents, now, changes)
      : moveImport(documents, now, { event: 'triedOut', by: staff.staffId }, changes)
  })
}

interface LastRoster {
  day: string
  people: ReadonlySet<string>
}

/** The last whole roster of the kind, for one that may say the same of everybody on it. */
async function lastRoster({ store }: StaffPorts, { fields }: Import): Promise<LastRoster | undefined> {
  if (!listsWholeRegion(fields)) return undefined
  const listing = listingsOf(await takenIn(store, fields.region)).find(({ kind }) => kind === fields.kind)
  return (
    listing && {
      day: dayOfListing(listing),
      people: await everybodyOn(store, [listing.importId, ...listing.later]),
    }
  )
}

const seen = (last: LastRoster | undefined, named: number): ImportFields['last'] =>
  last ? { day: last.day, people: last.people.size, named } : null

/** Two counts of rows together. */
export const sum = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  rejected: a.rejected + b.rejected,
})
