/** Which files of each kind of roster a match is taken from. */
import { importKind, type ImportKind } from '../../shared/contracts/imports'
import type { RosterTaken } from '../../shared/contracts/match'
import { listsIdentities } from '../_imports/importKinds'
import type { ImportFields } from '../_imports/importRecord'
import { civilDayOf } from '../_ports/clock'
import { pagesOf } from '../_ports/pages'
import type { Store } from '../_ports/store'

/** The latest committed file of every kind that lists identities. */
export async function rostersTaken(store: Pick<Store, 'find'>, region: string): Promise<RosterTaken[]> {
  const taken = new Map<ImportKind, RosterTaken>()
  for await (const page of pagesOf<ImportFields>(store, 'imports', {
    where: { region },
    sort: { field: 'startedAt', order: 'descending' },
    limit: 100,
  }))
    for (const { fields } of page) {
      const { kind, state, committedAt, rows } = fields
      if (state !== 'committed' || committedAt === null || taken.has(kind) || !listsIdentities(kind)) continue
      taken.set(kind, { kind, day: civilDayOf(committedAt), rows })
    }
  return importKind.options.flatMap((kind) => taken.get(kind) ?? [])
}
