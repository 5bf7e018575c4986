/** 查重: looks through every region's residents once a day, a slice after the other, and goes on the next time where the time ran out. */
import { countElsewhere, findPairs, slices } from '../_duplicates/findLike'
import type { KnownElsewhereFields } from '../_duplicates/knownElsewhere'
import type { JobPorts } from '../_ports/ports'
import { put } from '../_ports/put'

/** How far a day's search has come, and how many residents of each region are known elsewhere so far: `duplicateRounds/all`. */
type RoundFields = { day: string; next: number; elsewhere: Record<string, number> }

/** Answers how many slices it searched. */
export async function findDuplicates({ store, clock, policies, schedule }: JobPorts): Promise<number> {
  const started = performance.now()
  const regions = [...new Set(policies.all().map((policy) => policy.region))]
  const [round, day] = [await store.get<RoundFields>('duplicateRounds', 'all'), clock.today()]
  const standing =
    round?.fields.day === day ? round.fields : { day, next: 0, elsewhere: {} as Record<string, number> }
  let { next } = standing
  const { elsewhere } = standing
  if (next >= slices.length) return 0
  const before = next
  for (; next < slices.length && performance.now() - started < schedule.duplicateSeconds * 1000; next += 1) {
    const slice = slices[next] ?? ''
    for (const region of regions) await findPairs(store, region, slice, clock.now())
    for (const [region, people] of await countElsewhere(store, slice))
      elsewhere[region] = (elsewhere[region] ?? 0) + people
  }
  await put(store, 'duplicateRounds', 'all', { day, next, elsewhere } satisfies RoundFields)
  if (next >= slices.length)
    for (const region of regions)
      await put(store, 'knownElsewhere', region, {
        people: elsewhere[region] ?? 0,
        asOf: clock.now(),
      } satisfies KnownElsewhereFields)
  return next - before
}
