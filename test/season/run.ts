/** `npm run season`: a county's season, and what must hold at its end. */
import { parseArgs } from 'node:util'
import { faultsOf } from './faultsOf'
import { runSeason } from './runSeason'

const usage = `用法 usage: npm run season -- [--people N] [--seed S]

山丹 2024 from 10 September to 31 December: everybody pays through the real use cases on the embedded store, with a scripted
clock and a scripted WeChat; callbacks get lost, bills come late, damaged or cut short, refunds go their way.
  --people N   how many people pay (154100)
  --seed S     who pays when, and what goes wrong (1)
Exit: 0 every day matched and sent in time, the books are sound · 1 not so · 2 wrong usage.`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function optionsOf(typed: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: typed,
    options: { people: text, seed: text, help: { type: 'boolean', short: 'h' } },
  })
  const whole = (given: string | undefined, usual: number): number => {
    const number = Number(given ?? usual)
    if (!Number.isInteger(number) || number < 1) throw new RangeError(`a whole number, not "${given}"`)
    return number
  }
  return { help: values.help === true, people: whole(values.people, 154_100), seed: whole(values.seed, 1) }
}

async function main(): Promise<number> {
  let options: ReturnType<typeof optionsOf>
  try {
    options = optionsOf(process.argv.slice(2))
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : 'wrong usage'}\n\n${usage}\n`)
    return 2
  }
  if (options.help) {
    say(usage)
    return 0
  }
  const report = await runSeason({ ...options, roundMinutes: 15, say })
  const { people, orders, refunds, days, versions, badBills, alarms, seconds } = report
  say(
    `people ${people} · orders ${orders} · refunds ${refunds} · days ${days} · versions sent ${versions} · bad bills ${badBills}`,
  )
  say(`alarms ${JSON.stringify(alarms)}`)
  say(`season ${seconds.season.toFixed(1)} s · ledger verify ${seconds.verify.toFixed(1)} s`)
  const faults = faultsOf(report)
  faults.slice(0, 50).forEach(say)
  say(
    faults.length === 0
      ? 'every day matched, every push in time, the books are sound'
      : `${faults.length} faults`,
  )
  return faults.length === 0 ? 0 : 1
}

if (require.main === module)
  void main().then((code) => {
    process.exitCode = code
  })
