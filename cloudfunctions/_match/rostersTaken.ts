import { importKind } from '../../shared/contracts/imports'
import type { RosterTaken } from '../../shared/contracts/match'
import { dayOfListing, isWhole, type TakenRoster } from '../_imports/rosterStanding'

/**
 * Which roster of each kind a match shows that it was taken from: the newest whole one, or the newest at all where no whole one stands. A
 * few new names do not stand for the roster they were added to.
 */
export const rostersTaken = (taken: readonly TakenRoster[]): RosterTaken[] =>
  importKind.options.flatMap((kind) => {
    const ofKind = taken.filter((roster) => roster.kind === kind)
    const newest = ofKind.filter(isWhole).at(-1) ?? ofKind.at(-1)
    return newest ? [{ kind, day: dayOfListing(newest), rows: newest.rows }] : []
  })
