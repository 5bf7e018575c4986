/**
 * 差异: what ledger and bill say differently, a document each, `differences/<place>-<date>-<kind>-<number>`. It stays when it
 * was mended, so that it can be told what happened on a day.
 */
import type { CivilDay } from '../../shared/rules/civilDay'
import { pagesOf } from '../_ports/pages'
import type { JobPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Store, Stored } from '../_ports/store'

/**
 * `paymentUnknownHere` in the bill, not in the ledger · `paymentUnknownThere` in the ledger, not in the bill ·
 * `amountDiffers` · `refundDiffers` unknown here or there, another sum, or another state · `billNotTrusted` the bill is not
 * whole, or its totals are not the sums of its rows.
 */
export type DifferenceKind =
  'paymentUnknownHere' | 'paymentUnknownThere' | 'amountDiffers' | 'refundDiffers' | 'billNotTrusted'

/** One thing that ledger and bill say differently. */
export type Difference = {
  kind: DifferenceKind
  /** The transaction, the refund or the bill it is about. */
  number: string
  orderNumber: string | null
  /** What the ledger says and what the bill says, fen; null: nothing. */
  hereFen: number | null
  thereFen: number | null
}

/** The same kept: of which day, and since when until when it stood open. */
export type DifferenceFields = Difference & {
  /** `<place>-<date>` */
  day: string
  place: string
  date: CivilDay
  open: boolean
  /** Instants, UTC. */
  foundAt: string
  mendedAt: string | null
}

const idOf = (day: string, { kind, number }: Difference): string => `${day}-${kind}-${number}`

/** Every difference of a day, mended ones included. */
export async function differencesOf(
  store: Store,
  place: string,
  date: CivilDay,
): Promise<Stored<DifferenceFields>[]> {
  const found: Stored<DifferenceFields>[] = []
  for await (const page of pagesOf<DifferenceFields>(store, 'differences', {
    where: { day: `${place}-${date}` },
    sort: { field: 'foundAt', order: 'ascending' },
    limit: 100,
  }))
    found.push(...page)
  return found
}

/**
 * Makes the documents of a day say what was found at this look: what stands open, and what has been mended. Each new one
 * that stands open raises an alarm.
 */
export async function keepDifferences(
  { store, clock, log }: JobPorts,
  place: string,
  date: CivilDay,
  { open, mended }: { open: readonly Difference[]; mended: readonly Difference[] },
): Promise<void> {
  const day = `${place}-${date}`
  const now = clock.now()
  const known = new Map((await differencesOf(store, place, date)).map((each) => [each.id, each]))
  const openIds = new Set(open.map((difference) => idOf(day, difference)))
  for (const difference of [...open, ...mended]) {
    const id = idOf(day, difference)
    const isOpen = openIds.has(id)
    const standing = known.get(id)
    if (standing?.fields.open === isOpen) continue
    const fields: DifferenceFields = {
      ...difference,
      day,
      place,
      date,
      open: isOpen,
      foundAt: standing?.fields.foundAt ?? now,
      mendedAt: isOpen ? null : now,
    }
    await putOver(store, 'differences', id, standing, fields)
    if (isOpen)
      log.alarm({ event: 'dayDiffers', place, date, kind: difference.kind, number: difference.number })
  }
  for (const { id, revision, fields } of known.values())
    if (fields.open && !openIds.has(id))
      await store.replace('differences', id, revision, { ...fields, open: false, mendedAt: now })
}
