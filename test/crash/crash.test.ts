/** A short one of `npm run crash`: the service is killed while people pay, and the books are still right. */
import { faultsOf } from './faultsOf'
import { importFaultsOf } from './importFaultsOf'
import { runCrash } from './runCrash'
import { runImportCrash } from './runImportCrash'

test('twelve people pay while the service is killed three times: nothing lost, nothing doubled, nobody stuck', async () => {
  const payers = 12
  const report = await runCrash({ payers, kills: 3, seed: 7, jobsEveryMs: 1000, say: () => undefined })
  expect(faultsOf(report, payers)).toEqual([])
  expect(report.kills).toBe(3)
}, 120_000)

test('books that lack a payment, hold one twice or leave somebody waiting are told', () => {
  const sound = { kills: 1, phonesDoneMs: 1, booksDoneMs: 1, taken: 2, takenFen: 76000, recorded: 2 }
  const rest = { ledgerFen: 76000, enrolled: 2, open: 0, violations: 0 }
  expect(faultsOf({ ...sound, ...rest }, 2)).toEqual([])
  expect(
    faultsOf({ ...sound, ...rest, recorded: 1, ledgerFen: 38000, enrolled: 1, open: 1, violations: 1 }, 2),
  ).toHaveLength(5)
  expect(faultsOf({ ...sound, ...rest, taken: 3, takenFen: 114000 }, 2)).toHaveLength(3)
})

test('a register is written and taken back while the service is killed: every row once, the numbers of the trial, then nobody', async () => {
  const report = await runImportCrash({ rows: 400, kills: 1, seed: 7, longestLifeMs: 250 })
  expect(importFaultsOf(report)).toEqual([])
  expect(report.kills).toBe(1)
}, 120_000)

test('rows that are lost, stand twice or were counted otherwise are told', () => {
  const counts = { added: 2, changed: 0, same: 0, rejected: 1 }
  const back = { midwayBack: 1, left: { residents: 0, reached: 0 }, stayed: 0 }
  const sound = { kills: 1, midway: 1, right: 2, tried: counts, committed: counts, ...back }
  const found = { residents: 2, reached: 2, noted: 2, notedOnce: 2 }
  expect(importFaultsOf({ ...sound, ...found })).toEqual([])
  const committed = { ...counts, added: 3 }
  expect(
    importFaultsOf({ ...sound, committed, residents: 3, reached: 1, noted: 3, notedOnce: 2 }),
  ).toHaveLength(4)
  expect(importFaultsOf({ ...sound, ...found, left: { residents: 1, reached: 0 } })).toHaveLength(1)
  expect(importFaultsOf({ ...sound, ...found, stayed: 1 })).toHaveLength(1)
})
