/** 完成和还差: of places with a target alone, whatever the table, the imported targets and the register are like. */
import fc from 'fast-check'
import { barOf } from '../../../client/src/workbench/progress/barOf'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import type { ImportedTargetFields } from '../../../cloudfunctions/_imports/targets/targetRecord'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { addCounts, noCounts } from '../../../cloudfunctions/_progress/counts'
import { progressCsv, townCsv } from '../../../cloudfunctions/_progress/progressCsv'
import { townId, yearKey, type RoundFields } from '../../../cloudfunctions/_progress/progressRecord'
import { against, sumsOf } from '../../../cloudfunctions/_progress/reckoned'
import { shownProgress, shownTown } from '../../../cloudfunctions/_progress/shownProgress'
import { sumTowns } from '../../../cloudfunctions/_progress/sumTowns'
import { tallyPartition } from '../../../cloudfunctions/_progress/tallyPartition'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import { partitions } from '../../../cloudfunctions/_residents/partition'
import type { PolicyTable } from '../../../shared/policy/table'
import { standInTables } from '../world/standInTables'

const place = (name: string | null, done: number, printed: number | null, imported: number | null) => {
  const counts = { ...noCounts(), registered: done + 10, counter: done }
  return { name, counts, done, ...against(done, printed, imported) }
}

test('60 of 100, and 50 in a farm that the notice does not list: 60% beside 还差 40, and the 50 are said', () => {
  expect(sumsOf([place('甲镇', 60, 100, null), place('某农场', 50, null, null)])).toMatchObject({
    done: 110,
    reckoned: { done: 60, target: 100, targetFrom: 'notice', percent: 60, shortfall: 40 },
    outside: { names: ['某农场'], done: 50, counts: { registered: 60 } },
  })
})

test('a printed target counts before an imported one; figures of two sources are not added up', () => {
  expect(against(60, 100, 90)).toEqual({ target: 100, targetFrom: 'notice', gap: 40, percent: 60 })
  const both = sumsOf([place('甲镇', 60, 100, 90), place('某农场', 50, null, 80)])
  expect(both).toMatchObject({ reckoned: { target: 100, shortfall: 40 }, outside: { names: ['某农场'] } })
  expect(sumsOf([place('甲镇', 6, null, 8), place(null, 5, null, null)])).toMatchObject({
    reckoned: { target: 8, targetFrom: 'imported', percent: 75, shortfall: 2 },
    outside: { names: [null], done: 5 },
  })
})

const [, plain] = standInTables
if (!plain) throw new Error('no table')
const { coverageYear, region } = plain
const year = { region, coverageYear }
const towns = ['乙镇', '甲镇', '丙农场', '丁镇'] as const
const people = fc.integer({ min: 0, max: 6 })

/** Columns with and without targets, and bases smaller than those who are insured by an employer. */
const targets = fc.option(
  fc
    .record({
      columns: fc.subarray(['hukou', 'employees', 'target'], { minLength: 1 }),
      names: fc.shuffledSubarray([...towns], { minLength: 1 }),
      values: fc.array(people, { minLength: 12, maxLength: 12 }),
    })
    .map(({ columns, names, values }) => {
      const rows = names.map((name, row) => ({
        name,
        values: Object.fromEntries(columns.map((column, at) => [column, values[row * 3 + at] ?? 0])),
      }))
      const total = Object.fromEntries(
        columns.map((column) => [column, rows.reduce((sum, row) => sum + (row.values[column] ?? 0), 0)]),
      )
      return {
        clause: '附表',
        columns: Object.fromEntries(columns.map((key) => [key, `${key}列`])),
        rows,
        total,
      }
    }),
  { nil: undefined },
)
const rates = fc.constantFrom<PolicyTable['rates'][]>(undefined, [
  { percent: 95, of: 'everybody', who: '各镇', clause: '一' },
  { percent: 100, of: 'group', who: '困难人员', clause: '一' },
])
const tables = fc.record({ targets, rates }).map((sections): PolicyTable => ({
  ...plain,
  ...(JSON.parse(JSON.stringify(sections)) as typeof sections),
}))

const sent = fc.uniqueArray(
  fc.record({
    town: fc.constantFrom(...towns, '戊镇'),
    village: fc.constantFrom(null, null, '东村', '西村', '无人村'),
    heads: fc.option(people),
  }),
  { selector: ({ town, village }) => `${town}/${village}`, maxLength: 8 },
)

const person = fc.record({
  town: fc.constantFrom('甲镇', '丁镇', '某农场', null),
  village: fc.constantFrom('东村', '西村', null),
  otherCover: fc.constantFrom('employee', 'residentElsewhere', null),
  way: fc.constantFrom('wechat', 'counter', 'roster', 'onBehalf', null),
  /** False: enrolled, and in no register. */
  isRegistered: fc.boolean(),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

async function count(store: Store, table: PolicyTable, all: readonly Person[]): Promise<void> {
  const [partition = ''] = partitions
  for (const [serial, { town, village, otherCover, way, isRegistered }] of all.entries()) {
    const residentId = `resident-${serial}`
    if (isRegistered)
      await store.insert('residents', residentId, {
        ...{ region, town, village, partition, otherCover, identities: null, lastCovered: null },
      })
    if (way !== null)
      await store.insert('enrollments', `${residentId}-${coverageYear}`, {
        ...{ residentId, ...year, partition, way, paidOn: null, paidAt: null, withdrawnAt: null },
      })
  }
  const asOf = '2030-11-20T01:00:00Z'
  const over = { round: 1, next: partitions.length, rosters: [] }
  const round: RoundFields = { ...year, ...over, begunAt: asOf, finishedAt: asOf }
  await store.insert('progressRounds', yearKey(year), round)
  for (const town of sumTowns(await tallyPartition(store, table, partition, [])))
    await store.insert('progressTowns', townId(year, town.town), { ...year, ...town, asOf })
}

const add = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const placeOf = ({ town, village, isRegistered }: Person) =>
  isRegistered ? { town, village } : { town: null, village: null }

/** Every number below, with the names it stands under. */
const numbersIn = (value: unknown, path = ''): [string, number][] =>
  typeof value === 'number'
    ? [[path, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`))
      : []

type Against = ReturnType<typeof against> & { done: number }

/** A target has a source; gap and percentage follow from it, and say the same of whether it is reached. */
function isSound({ done, target, targetFrom, gap, percent }: Against): void {
  expect([targetFrom === null, gap]).toEqual([target === null, target === null ? null : target - done])
  expect(percent === null).toBe(target === null || target === 0)
  if (percent !== null) expect(Math.sign(percent - 100)).toBe(Math.sign(done - (target ?? 0)))
}

type Sums = ReturnType<typeof sumsOf>

/** Nobody is in two parts or in none; the gap and the percentage are those of the places that are reckoned with. */
function addUp(
  parts: readonly (Against & Pick<Sums, 'counts'>)[],
  { counts, done, reckoned, outside }: Sums,
): void {
  expect(counts).toEqual(parts.map((part) => part.counts).reduce(addCounts, noCounts()))
  if (reckoned) expect(counts).toEqual(addCounts(reckoned.counts, outside?.counts ?? noCounts()))
  expect(done).toBe(add(parts.map((part) => part.done)))
  expect(reckoned === null).toBe(parts.every(({ target }) => target === null))
  if (!reckoned) return expect(outside).toBeNull()
  const own = parts.filter(({ targetFrom }) => targetFrom === reckoned.targetFrom)
  expect(reckoned).toMatchObject({
    done: add(own.map((part) => part.done)),
    target: add(own.map(({ target }) => target ?? 0)),
    shortfall: add(own.map(({ gap }) => Math.max(gap ?? 0, 0))),
  })
  isSound({ ...reckoned, gap: reckoned.target - reckoned.done })
  if (parts.some(({ targetFrom }) => targetFrom === 'notice')) expect(reckoned.targetFrom).toBe('notice')
  if ((reckoned.percent ?? 0) > 100) expect(own.some(({ gap }) => (gap ?? 0) < 0)).toBe(true)
}

const cellsOf = (csv: string): string[][] => csv.split('\r\n').map((line) => line.split(','))

test('odd tables, odd targets, odd registers: parts come to the whole, printed figures stay, nothing is lost', () =>
  fc.assert(
    fc.asyncProperty(
      tables,
      sent,
      fc.array(person, { maxLength: 30 }),
      fc.constantFrom(null, '甲镇'),
      async (table, imported, all, town) => {
        const whole = openSqliteStore(':memory:', localIndexes)
        await count(whole, table, all)
        for (const [order, target] of imported.entries()) {
          const fields: ImportedTargetFields = { ...year, ...target, order }
          await whole.insert('importedTargets', `t${order}`, fields)
        }
        const staff = { staffId: 's', name: '', role: 'bureau', region, town, callerIndex: null } as const
        const ports: Pick<StaffPorts, 'store' | 'staff'> = { staff, store: scopedStore(whole, staff) }
        const policy = { region, coverageYear, table, hash: 'h' }
        const reach = <T extends { town: string | null }>(list: readonly T[]) =>
          list.filter((each) => town === null || each.town === town)
        const standing = reach(imported.filter(({ heads }) => heads !== null))

        const shown = await shownProgress(ports, policy)
        const { units, total } = shown
        for (const unit of units) {
          isSound(unit)
          const printed = table.targets?.rows.find(({ name }) => name === unit.name)?.values ?? null
          const heads = standing.find((each) => each.village === null && each.town === unit.name)?.heads
          expect([unit.printed, unit.imported]).toEqual([printed, heads ?? null])
          expect(unit.target).toBe(printed?.target ?? heads ?? null)
          const bar = numbersIn(barOf(unit, shown.marks)).map(([, number]) => number)
          expect(bar.every((number) => number >= 0 && number <= 100)).toBe(true)
        }
        addUp(units, total)
        const known = all.filter(({ isRegistered, way }) => isRegistered || way !== null)
        const inReach = reach(known.map((one) => ({ ...one, ...placeOf(one) })))
        expect([total.counts.registered, total.done]).toEqual([
          inReach.filter(({ isRegistered }) => isRegistered).length,
          inReach.filter(({ way }) => way !== null).length,
        ])
        const rows = (table.targets?.rows ?? []).filter(({ name }) => town === null || name === town)
        expect(units.slice(0, rows.length).map(({ name }) => name)).toEqual(rows.map(({ name }) => name))
        expect(units.slice(0, -1).every(({ name }) => name !== null)).toBe(true)
        for (const column of Object.keys(total.printed ?? {}))
          expect(total.printed?.[column]).toBe(add(rows.map(({ values }) => values[column] ?? 0)))

        const replies: unknown[] = [shown]
        for (const name of new Set([...towns, '戊镇', '某农场', null])) {
          const one = await shownTown(ports, policy, name)
          const sentHere = standing.filter((each) => each.town === name)
          if (!one) expect([inReach.filter((each) => each.town === name), sentHere]).toEqual([[], []])
          if (!one) continue
          one.villages.forEach(isSound)
          addUp(one.villages, one.total)
          expect(one.total.counts).toEqual(one.unit.counts)
          expect(one.unit).toEqual(units.find((unit) => unit.name === name))
          const kept = one.villages.flatMap(({ village, target }) =>
            target === null ? [] : [[village, target]],
          )
          expect(kept).toEqual(
            sentHere.flatMap(({ village, heads }) => (village === null ? [] : [[village, heads]])),
          )
          replies.push(one)
          const lines = cellsOf(townCsv('', one)).slice(2, 3 + one.villages.length)
          expect(new Set(lines.map((cells) => cells.length)).size).toBe(1)
        }
        expect(
          numbersIn(replies).filter(([path, number]) => !(number >= 0) && !path.endsWith('.gap')),
        ).toEqual([])

        const [titles = [], ...lines] = cellsOf(progressCsv('', shown)).slice(2)
        const column =
          (title: string) =>
          (line: readonly string[] = []) =>
            line[titles.indexOf(title)]
        const isSplit = total.reckoned !== null && total.outside !== null
        const sum = lines[units.length + (isSplit ? 1 : 0)]
        expect([column('到账人数')(sum), column('登记在册')(sum)]).toEqual([
          `${total.done}`,
          `${total.counts.registered}`,
        ])
        expect(lines.slice(0, units.length).map(column('还差'))).toEqual(
          units.map(({ gap }) => (gap === null ? '' : `${gap}`)),
        )
        expect(column('还差')(lines[units.length])).toBe(`${total.reckoned?.shortfall ?? ''}`)
        whole.close()
      },
    ),
    { numRuns: 40 },
  ))
