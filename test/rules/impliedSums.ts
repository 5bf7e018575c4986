/** Every sum of money a table states or implies, found by walking the table and not by the rules under test. */
import type { PolicyTable } from '../../shared/policy/table'

/** In fen, each with 0. */
export interface ImpliedSums {
  fees: ReadonlySet<number>
  charges: ReadonlySet<number>
  subsidies: ReadonlySet<number>
  /** A charge less a subsidy, with repaired years on top. */
  dues: ReadonlySet<number>
}

const mostRepairedYears = 6

const fen = (yuan: number): number => Math.round(yuan * 100)

/** Plain values inside the open forms: readings, rulings, `{ value }`. */
function plainValues(spec: unknown): unknown[] {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec))
    return spec === 'unstated' ? [] : [spec]
  const { value, readings = [], ruling } = spec as { value?: unknown; readings?: unknown[]; ruling?: unknown }
  if (value === undefined && ruling === undefined && !('readings' in spec) && !('unstated' in spec))
    return [spec]
  return [
    ...(value === undefined ? [] : [value]),
    ...readings,
    ...(ruling === undefined ? [] : plainValues(ruling)),
  ]
}

const numbersIn = (spec: unknown): number[] => plainValues(spec).filter((value) => typeof value === 'number')

/** Every value below a key, wherever it stands. */
function under(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, inner]: [string, unknown]) => [
    ...(name === key ? [inner] : []),
    ...under(key, inner),
  ])
}

export function impliedSums(table: PolicyTable): ImpliedSums {
  const rows = [
    table.fee,
    ...(table.amendments ?? []).flatMap(({ sets }) => (sets.fee ? [sets.fee] : [])),
  ].flat()
  const tiers = [
    table.subsidies,
    ...(table.amendments ?? []).flatMap(({ sets }) => sets.subsidies ?? []),
  ].flat()
  const items = [
    ...under('charge', table),
    ...under('chargeIn', table).flatMap((by) => Object.values(by as Record<string, unknown>)),
  ]
  const charges = new Set([0])
  const subsidies = new Set([0])
  const fees = new Set([0])
  for (const row of rows) {
    const shares = row.fiscalShareYuan ? numbersIn(row.fiscalShareYuan) : []
    for (const yuan of numbersIn(row.yuan)) {
      fees.add(fen(yuan))
      for (const charge of items.flatMap(plainValues)) addCharges(charge, yuan, shares, charges)
      for (const { amount } of tiers)
        for (const plain of plainValues(amount)) subsidies.add(Math.min(fen(yuan), subsidyOf(plain, yuan)))
    }
  }
  // Where less is charged than the subsidy, the subsidy is what is charged.
  const largest = Math.max(...subsidies)
  for (const charge of charges) if (charge < largest) subsidies.add(charge)
  return { fees, charges, subsidies, dues: duesOf(table, fees, charges, subsidies) }
}

function addCharges(charge: unknown, fee: number, shares: readonly number[], charges: Set<number>): void {
  if (!Array.isArray(charge)) return
  const own = (item: unknown): number =>
    item === 'fee' ? fee : item === 'fiscalShare' ? 0 : (item as { yuan: number }).yuan
  const base = charge.reduce<number>((sum, item) => sum + own(item), 0)
  for (const share of charge.includes('fiscalShare') ? shares : [0]) charges.add(fen(base + share))
}

function subsidyOf(amount: unknown, fee: number): number {
  if (amount === 'full') return fen(fee)
  if (amount === 'none') return 0
  const { yuan, percent, netYuan } = amount as { yuan?: number; percent?: number; netYuan?: number }
  if (yuan !== undefined) return fen(yuan)
  if (percent !== undefined) return Math.round(fee * percent)
  return Math.max(0, fen(fee - (netYuan ?? 0)))
}

function duesOf(
  table: PolicyTable,
  fees: ReadonlySet<number>,
  charges: ReadonlySet<number>,
  subsidies: ReadonlySet<number>,
): Set<number> {
  const prices = under('price', table).flatMap((price) =>
    price === 'fee' ? [...fees] : [fen((price as { yuan: number }).yuan)],
  )
  const dues = new Set<number>()
  for (const charge of charges)
    for (const subsidy of subsidies)
      for (const price of [0, ...prices])
        for (let years = 0; years <= mostRepairedYears; years += 1)
          dues.add(Math.max(0, charge - subsidy) + years * price)
  return dues
}
