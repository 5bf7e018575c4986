/** Counts every county's identities once a day, a part after the other, and goes on the next time where the time ran out. */
import { tallyPart } from '../_ruleChanges/identityTally'
import type { JobPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import { partitions } from '../_residents/partition'

/** How far a day's count has come: `tallyRounds/<region>`. */
type RoundFields = { day: string; next: number }

/** Answers how many parts it counted. */
export async function tallyIdentities({ store, clock, policies, schedule }: JobPorts): Promise<number> {
  const started = performance.now()
  const goOn = () => performance.now() - started < schedule.tallySeconds * 1000
  let counted = 0
  for (const region of new Set(policies.all().map((policy) => policy.region))) {
    const round = await store.get<RoundFields>('tallyRounds', region)
    const day = clock.today()
    let next = round?.fields.day === day ? round.fields.next : 0
    if (next >= partitions.length) continue
    for (; next < partitions.length && goOn(); next += 1, counted += 1)
      await tallyPart(store, region, partitions[next] ?? '', clock.now())
    await putOver(store, 'tallyRounds', region, round, { day, next })
  }
  return counted
}
