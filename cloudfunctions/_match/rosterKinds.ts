/** Which files of each kind of roster a match is taken from. */
import { importKind, type ImportKind } from '../../shared/contracts/imports'
import type { RosterTaken } from '../../shared/contracts/match'
import { listsIdentities } from '../_imports/importKinds'
import type { ImportFields } from '../_imports/importRecord'
import { civilDayOf } from '../_ports/clock'
import { pagesOf } from '../_ports/pages'
import type { Store } from '../_ports/store'

/**
 * Of every kind that lists identities the latest committed file that lists everybody; the latest at all where none does. A few new names do
 * not stand for the roster they were added to.
 */
export async function rostersTaken(store: Pick<Store, 'find'>, region: string): Promise<RosterTaken[]> {
  const taken = new Map<ImportKind, RosterTaken & { isWhole: boolean }>()
  for await (const page of pagesOf<ImportFields>(store, 'imports', {
    where: { region },
    sort: { field: 'startedAt', order: 'descending' },
    limit: 100,
  }))
    for (const { fields } of page) {
      const { kind, state, committedAt, rows } = fields
      if (state !== 'committed' || committedAt === null || !listsIdentities(kind)) continue
      const isWhole = fields.lists === 'everybody'
      const standing = taken.get(kind)
      if (!standing || (isWhole && !standing.isWhole))
        taken.set(kind, { kind, day: civilDayOf(committedAt), rows, isWhole })
    }
  return importKind.options.flatMap((kind) => {
    const one = taken.get(kind)
    return one ? [{ kind, day: one.day, rows: one.rows }] : []
  })
}
