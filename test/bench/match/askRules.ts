/** Run by `benchMatch`, two at a time: the rules alone, over everybody of half the parts whom a roster concerns; reading is not counted. */
import { isConcerned, lookAt } from '../../../cloudfunctions/_match/lookAt'
import { heldOfPart } from '../../../cloudfunctions/_match/heldOfPart'
import { matchOf } from '../../../cloudfunctions/_match/matchRecord'
import { partitions } from '../../../cloudfunctions/_residents/partition'
import { benchPorts, county } from './benchPorts'

export interface Asked {
  concerned: number
  found: number
  ms: number
}

async function ask(folder: string, database: string, matchId: string, half: number): Promise<Asked> {
  const { store, cipher, policies } = benchPorts(folder, database)
  const match = await matchOf(store, matchId)
  const policy = policies.inForce(county.region, county.coverageYear)
  if (!match || !policy) throw new Error('no match')
  const asked = { concerned: 0, found: 0, ms: 0 }
  for (const partition of partitions.filter((_part, index) => index % 2 === half)) {
    const concerned = []
    for await (const held of heldOfPart(cipher, store, match, partition))
      if (isConcerned(held)) concerned.push(held)
    const started = performance.now()
    for (const held of concerned)
      if (lookAt(cipher, policy.table, match.fields.on, held) !== undefined) asked.found += 1
    asked.ms += performance.now() - started
    asked.concerned += concerned.length
  }
  store.close()
  return asked
}

const [folder = '', database = '', matchId = '', half = ''] = process.argv.slice(2)
void ask(folder, database, matchId, Number(half)).then((asked) => process.stdout.write(JSON.stringify(asked)))
