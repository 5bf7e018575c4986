/** Run by `benchMatch`: how far a match is, and one hash over everything it found and what that came to. */
import { createHash } from 'node:crypto'
import type { FindingFields } from '../../../cloudfunctions/_match/findingRecord'
import { matchOf } from '../../../cloudfunctions/_match/matchRecord'
import { partsOf } from '../../../cloudfunctions/_match/partRecord'
import { pagesOf } from '../../../cloudfunctions/_ports/pages'
import { benchPorts } from './benchPorts'

export interface Result {
  state: string
  parts: number
  findings: number
  hash: string
}

async function read(folder: string, database: string, matchId: string): Promise<Result> {
  const { store } = benchPorts(folder, database)
  const match = await matchOf(store, matchId)
  if (!match) throw new Error('no match')
  const hash = createHash('sha256')
  const { state, found, people, concerned, unsettled } = match.fields
  hash.update(JSON.stringify({ found, people, concerned, unsettled }))
  let findings = 0
  for await (const page of pagesOf<FindingFields>(store, 'matchFindings', {
    where: { region: match.fields.region, matchId },
    sort: { field: 'place', order: 'ascending' },
    limit: 500,
  })) {
    findings += page.length
    for (const { id, fields } of page) hash.update(JSON.stringify([id, fields]))
  }
  const parts = (await partsOf(store, match)).length
  store.close()
  return { state, parts, findings, hash: hash.digest('hex') }
}

const [folder = '', database = '', matchId = ''] = process.argv.slice(2)
void read(folder, database, matchId).then((result) => process.stdout.write(JSON.stringify(result)))
