/** Run by `benchMatch`, two at a time: walks on with a match until it is done; a line for every part, and one for what it took. */
import { walkMatch } from '../../../cloudfunctions/_match/walkMatch'
import { benchPorts } from './benchPorts'

export interface Walked {
  peakKb: number
}

async function walk(folder: string, database: string, matchId: string): Promise<void> {
  const ports = benchPorts(folder, database)
  await walkMatch(ports, matchId, 'service', () => process.stdout.write('part\n') || true)
  ports.store.close()
  process.stdout.write(JSON.stringify({ peakKb: process.resourceUsage().maxRSS } satisfies Walked))
}

const [folder = '', database = '', matchId = ''] = process.argv.slice(2)
void walk(folder, database, matchId)
