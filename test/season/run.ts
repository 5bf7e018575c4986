/** `npm run season`: a county's season, and what must hold at its end. */
import { provingCommand } from '../provingCommand'
import { faultsOf } from './faultsOf'
import { runSeason } from './runSeason'

const usage = `用法 usage: npm run season -- [--people N] [--seed S]

山丹 2024 from 10 September to 31 December: everybody pays through the real use cases on the embedded store, with a scripted
clock and a scripted WeChat; callbacks get lost, bills come late, damaged or cut short, refunds go their way.
  --people N   how many people pay (154100)
  --seed S     who pays when, and what goes wrong (1)
Exit: 0 every day matched and sent in time, the books are sound · 1 not so · 2 wrong usage.`

void provingCommand({
  usage,
  usual: { people: 154_100, seed: 1 },
  async run(asked, say) {
    const report = await runSeason({ ...asked, roundMinutes: 15, say })
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
    return faults.length === 0
  },
}).then((code) => {
  process.exitCode = code
})
