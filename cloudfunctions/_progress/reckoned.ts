/** 完成多少、还差多少: reckoned of places that have a target, and of nobody else. */
import type { ProgressSums, ProgressUnit } from '../../shared/contracts/progress'
import { addCounts, noCounts } from './counts'
import { percentOf } from './percentOf'

type AgainstTarget = Pick<ProgressUnit, 'target' | 'targetFrom' | 'gap' | 'percent'>

/** A place against its target: the printed one where there is one, else the imported one. */
export function against(
  done: number,
  printed: number | null | undefined,
  imported: number | null,
): AgainstTarget {
  const target = printed ?? imported
  if (target === null) return { target, targetFrom: null, gap: null, percent: null }
  const targetFrom = printed === target ? 'notice' : 'imported'
  return { target, targetFrom, gap: target - done, percent: percentOf(done, target) }
}

type Place = Pick<ProgressUnit, 'name' | 'counts' | 'done' | 'target' | 'targetFrom'>

/** What places come to. Figures of the notice and imported ones are never added up. */
export function sumsOf(places: readonly Place[]): ProgressSums {
  const from = (['notice', 'imported'] as const).find((source) =>
    places.some(({ targetFrom }) => targetFrom === source),
  )
  const inside = places.filter(({ targetFrom }) => from !== undefined && targetFrom === from)
  return {
    ...standingOf(places),
    reckoned: from === undefined ? null : { ...standingOf(inside), targetFrom: from, ...goalOf(inside) },
    outside: from === undefined ? null : outsideOf(places.filter((place) => !inside.includes(place))),
  }
}

function goalOf(places: readonly Place[]) {
  const target = sum(places.map((place) => place.target ?? 0))
  return {
    target,
    percent: percentOf(sum(places.map(({ done }) => done)), target),
    shortfall: sum(places.map((place) => Math.max((place.target ?? 0) - place.done, 0))),
  }
}

function outsideOf(places: readonly Place[]): ProgressSums['outside'] {
  const some = places.filter(({ counts, done }) => counts.registered > 0 || done > 0)
  return some.length === 0 ? null : { ...standingOf(some), names: some.map(({ name }) => name) }
}

const standingOf = (places: readonly Place[]) => ({
  counts: places.map(({ counts }) => counts).reduce(addCounts, noCounts()),
  done: sum(places.map(({ done }) => done)),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
