import { moneyDamage } from './damage/moneyDamage'
import { noticeDamage } from './damage/noticeDamage'
import { peopleDamage } from './damage/peopleDamage'
import { shapeDamage } from './damage/shapeDamage'
import {
  faultsIn,
  someSites,
  soundTables,
  textOf,
  tryDamage,
  type SoundTable,
  type Trial,
} from './damage/tryDamage'
import { unnoticedDamage } from './damage/unnoticed'
import { yearDamage } from './damage/yearDamage'
import type { Damage } from './damage/kind'

const seed = Number(process.env.DAMAGE_SEED ?? 1)
const most = Number(process.env.DAMAGE_SITES ?? 1)
const kinds: readonly Damage[] = [
  ...shapeDamage,
  ...yearDamage,
  ...moneyDamage,
  ...peopleDamage,
  ...noticeDamage,
]

/** Every table in the slow proof; in the quick one a table for each kind of damage, in turn: each meets its share of the kinds. */
function tablesFor(kind: Damage, place: number): readonly SoundTable[] {
  const hit = soundTables.filter(({ data }) => kind.sites(data).length > 0)
  if (most > 1) return hit
  const at = place % Math.max(hit.length, 1)
  return hit.slice(at, at + 1)
}

/** kind → table → how many of how many were noticed. */
const noticed = new Map<string, Map<string, string>>()

const note = (kind: string, table: string, result: string): void => {
  noticed.set(kind, (noticed.get(kind) ?? new Map<string, string>()).set(table, result))
}

const isNoticed = ({ faults, sections }: Trial, rules: readonly string[]): boolean =>
  faults.some(
    ({ rule, line, message }) =>
      rules.includes(rule) &&
      message !== '' &&
      sections.some(([first, last]) => line >= first && line <= last),
  )

const said = ({ at, faults }: Trial): string =>
  `${at}: ${faults.map(({ line, rule, message }) => `${line} ${rule} ${message}`).join(' | ') || 'no fault'}`

jest.setTimeout(120_000)

afterAll(() => {
  const names = soundTables.map(({ name }) => name)
  const wide = Math.max(...[...noticed.keys()].map((kind) => kind.length))
  const row = (kind: string, cells: readonly string[]): string =>
    `${kind.padEnd(wide)}  ${cells.map((cell, at) => cell.padEnd(names[at]?.length ?? 0)).join('  ')}\n`
  process.stdout.write(row(`noticed/tried, seed ${seed}`, names))
  for (const [kind, results] of noticed)
    process.stdout.write(
      row(
        kind,
        names.map((name) => results.get(name) ?? '·'),
      ),
    )
})

describe('sound tables', () => {
  it.each(soundTables)('$name passes, and passes when written anew', ({ file, data }) => {
    expect(faultsIn(file, textOf(data))).toEqual([])
  })
})

describe('damaged tables are noticed, by file, line and rule', () => {
  it.each(kinds.map((kind, place) => ({ ...kind, place })))('$kind', ({ place, ...kind }) => {
    const missed = tablesFor(kind, place).flatMap((table) => {
      const trials = someSites(kind, table, most, seed).map((site) => tryDamage(table, site, kind.seenIn))
      const unseen = trials.filter((trial) => !isNoticed(trial, kind.rules))
      if (trials.length > 0) note(kind.kind, table.name, `${trials.length - unseen.length}/${trials.length}`)
      return unseen.map((trial) => `${table.name} ${said(trial)}`)
    })
    expect(missed).toEqual([])
    expect(noticed.get(kind.kind)?.size ?? 0).toBeGreaterThan(0)
  })

  it('tries at least sixty kinds, each under its own name', () => {
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length)
    expect(kinds.length).toBeGreaterThanOrEqual(60)
  })
})

describe('what no checker can notice, and why', () => {
  it.each(unnoticedDamage.map((kind, place) => ({ ...kind, place })))(
    '$kind: $reason',
    ({ place, ...kind }) => {
      const trials = tablesFor(kind, place).flatMap((table) => {
        const tried = someSites(kind, table, most, seed).map((site) => tryDamage(table, site))
        if (tried.length > 0) note(`(not noticed) ${kind.kind}`, table.name, `0/${tried.length}`)
        return tried.map((trial) => `${table.name} ${said(trial)}`)
      })
      expect(trials.length).toBeGreaterThan(0)
      expect(trials.filter((trial) => !trial.endsWith('no fault'))).toEqual([])
    },
  )
})
