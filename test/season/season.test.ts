/** A small county's season; the whole of it is `npm run season`. */
import { faultsOf } from './faultsOf'
import { runSeason } from './runSeason'

jest.setTimeout(120_000)

test('every day of a season is matched and sent in time, and the books are sound', async () => {
  const report = await runSeason({ people: 300, seed: 3, roundMinutes: 60, say: () => undefined })
  expect(faultsOf(report)).toEqual([])
  expect(report).toMatchObject({ people: 300, days: 113, stuck: 0 })
  expect(report.orders).toBeGreaterThan(90)
  expect(report.badBills).toBeGreaterThan(10)
  expect(report.versions).toBeGreaterThan(report.days)
})
