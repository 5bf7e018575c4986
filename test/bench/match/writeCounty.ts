/** Run by `benchMatch`: writes the county and begins its match. */
import { startMatch } from '../../../cloudfunctions/_match/startMatch'
import { benchPorts, county } from './benchPorts'
import { writeRosterCounty } from './rosterCounty'

async function write(folder: string, database: string, people: number): Promise<void> {
  const ports = benchPorts(folder, database)
  const policy = ports.policies.inForce(county.region, county.coverageYear)
  if (!policy) throw new Error('no policy')
  const written = await writeRosterCounty(ports.store, ports.cipher, policy.table, people, (so) => {
    if (so % 100_000 === 0) process.stderr.write(`written ${so.toLocaleString('en-US')} residents\n`)
  })
  await startMatch(ports, county.coverageYear, county.month)
  ports.store.close()
  process.stdout.write(JSON.stringify(written))
}

const [folder = '', database = '', people = ''] = process.argv.slice(2)
void write(folder, database, Number(people))
