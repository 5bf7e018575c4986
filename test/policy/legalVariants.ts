/** Tables that nobody has written and anybody may: a sound one without a section, or with a value left open; the checker has the last word. */
import { parseYaml, readTable } from '../../shared/policy/readTable'
import type { PolicyTable } from '../../shared/policy/table'
import { copy, get, remove, set, type Data } from './damage/data'
import { faultsIn, textOf } from './damage/tryDamage'

export interface Variant {
  what: string
  table: PolicyTable
}

/** What the shape allows to leave out, at the top or inside a section. */
const optional: readonly (readonly string[])[] = [
  ['place', 'partOf'],
  ['amendments'],
  ['fiscal'],
  ['feeIncrease'],
  ['documents'],
  ['subsidyScope'],
  ['recognisedLater'],
  ['identityChanged'],
  ['reimbursement'],
  ['refund', 'steps'],
  ['refund', 'way'],
  ['collectionDetail'],
  ['targets'],
  ['targets', 'base'],
  ['targets', 'checks'],
  ['rates'],
  ['specialGroups'],
  ['urging'],
  ['workFund'],
  ['workFund', 'bureauYuanPerHead'],
  ['remarks'],
]

/** Silence in place of what a section says. */
const silences: readonly (readonly [string, (data: Data) => void])[] = [
  ['newborn', (data) => set(data, ['newborn'], { unstated: true, clause: '一' })],
  ['channels', (data) => set(data, ['channels'], { unstated: true, clause: '一' })],
  ['subsidies', (data) => set(data, ['subsidies'], [])],
  ['coverTo', (data) => set(data, ['coverTo'], { unstated: true, clause: '一' })],
  ['several identities', (data) => set(data, ['severalIdentities'], { unstated: true, clause: '一' })],
  [
    'refunds',
    (data) =>
      set(data, ['refund'], {
        oncePaid: { unstated: true, clause: '一' },
        onDuplicate: { readings: ['none', 'application'], clause: '一' },
      }),
  ],
  [
    'number and day of the notice',
    (data) => {
      set(data, ['notice', 'number'], 'unstated')
      set(data, ['notice', 'issued'], 'unstated')
    },
  ],
  [
    'telephones',
    (data) => {
      for (const office of Object.values(data.offices as Record<string, Data>)) office.phone = 'unstated'
    },
  ],
  [
    'amounts of subsidies',
    (data) => {
      for (const row of data.subsidies as Data[]) {
        row.amount = 'unstated'
        row.settlement = 'unstated'
        for (const key of Object.keys(row))
          if (!['identities', 'amount', 'settlement', 'clause', 'when'].includes(key)) delete row[key]
      }
    },
  ],
  [
    'the fee',
    (data) => {
      for (const row of data.fee as Data[]) row.yuan = 'unstated'
    },
  ],
  [
    'who pays',
    (data) => {
      for (const row of data.eligibility as Data[]) {
        row.enroll = 'unstated'
        row.documents = 'unstated'
      }
    },
  ],
  [
    'first and last days',
    (data) => {
      for (const row of data.phases as Data[]) {
        row.from = 'unstated'
        row.to = 'unstated'
      }
    },
  ],
  [
    'the last day',
    (data) => {
      const last = (data.phases as Data[]).at(-1)
      if (last) last.to = 'unstated'
    },
  ],
]

/** @throws Error where there is nothing to leave out: that is no variant. */
const without =
  (path: readonly string[]) =>
  (data: Data): void => {
    if (get(data, [...path]) === undefined) throw new Error('not there')
    remove(data, [...path])
  }

const changes: readonly (readonly [string, (data: Data) => void])[] = [
  ...optional.map((path) => [`without ${path.join('.')}`, without(path)] as const),
  ...silences.map(([what, change]) => [`silent on ${what}`, change] as const),
]

const tried = (data: Data, change: (data: Data) => void): Data | undefined => {
  const changed = copy(data)
  try {
    change(changed)
  } catch {
    return undefined
  }
  return changed
}

function tableOf(data: Data, region: string): PolicyTable | undefined {
  const text = textOf({ ...data, region })
  const file = `${region}/${String(data.coverageYear)}.yaml`
  if (faultsIn(file, text).length > 0) return undefined
  const source = parseYaml(file, text)
  const table = Array.isArray(source) ? undefined : readTable(source)
  return Array.isArray(table) ? undefined : table
}

/** Every legal table one change away from this one, each of a region of its own. */
export function legalVariants(data: Data, name: string): Variant[] {
  return changes.flatMap(([what, change], place) => {
    const changed = tried(data, change)
    const table = changed && tableOf(changed, `${name}-${place}`)
    return table ? [{ what, table }] : []
  })
}

/** The table in which everything that may be is left out or open. */
export function bareVariant(data: Data, name: string): Variant {
  let bare = { data: copy(data), table: tableOf(data, `${name}-bare`) }
  for (const [, change] of changes) {
    const barer = tried(bare.data, change)
    const table = barer && tableOf(barer, `${name}-bare`)
    if (table) bare = { data: barer, table }
  }
  if (!bare.table) throw new Error(`${name} is not sound itself`)
  return { what: 'bare', table: bare.table }
}
