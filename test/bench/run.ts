/** `npm run bench -- NAME`: measures one promise of the service on this machine. */
import { benchImport } from './benchImport'
import { benchProgress } from './benchProgress'
import { benchMatch } from './benchMatch'
import { benchRules } from './benchRules'
import { benchService } from './benchService'
import { printReport, type Bench } from './report'

/** Each name is one promise; a new one is a line here. */
const benches: Readonly<Record<string, Bench>> = {
  rules: { says: 'assessments per second over a county, and what the phone downloads', run: benchRules },
  import: {
    says: 'a roster of 200,000 rows: read and tried, and the memory it takes',
    run: benchImport,
  },
  progress: { says: 'a county of 825,000 counted in its parts', run: benchProgress },
  match: {
    says: 'a month of 825,000 residents and five rosters matched by two processes, and after a kill',
    run: benchMatch,
  },
  service: {
    says: 'what people who ask and pay wait for, and callbacks beside a bare server',
    run: benchService,
  },
}

const names = Object.entries(benches)
  .map(([name, { says }]) => `  ${name.padEnd(10)} ${says}`)
  .join('\n')

const usage = `用法 usage: npm run bench -- NAME

Measures on this machine and prints a table; the last line is one JSON object with the figures.
${names}
Exit: 0 measured · 2 no such name.`

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === '--help') {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const bench = name !== undefined && Object.hasOwn(benches, name) ? benches[name] : undefined
  if (name === undefined || bench === undefined || rest.length > 0) {
    process.stderr.write(
      `${name === undefined ? 'a name is needed' : `no bench ${[name, ...rest].join(' ')}`}\n\n${usage}\n`,
    )
    return 2
  }
  printReport(name, await bench.run())
  return 0
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
