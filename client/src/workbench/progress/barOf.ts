import { shouldEnroll, type ProgressMark, type ProgressUnit } from '../../../../shared/contracts/progress'

/** Where everything of one bar lies, in percent of its track. */
export interface Bar {
  paid: number
  onBehalf: number
  gap: number
  /** Beyond the target; a long one is cut at the track's end. */
  over: number
  /** Where the target is; undefined where the notice states none. */
  tick: number | undefined
  /** The percentages to compare with that fall onto the track. */
  marks: number[]
}

/** The target lies at the same place in every bar; room is left for what is beyond it. */
const tick = 90

/**
 * Every bar is as long as its own target, so that one reads how much of it is done, not whose town is the largest. Without a
 * target it is as long as those of the register who should enroll.
 */
export function barOf(
  { counts, done, target }: Pick<ProgressUnit, 'counts' | 'done' | 'target'>,
  marks: readonly ProgressMark[],
): Bar {
  const whole = target ?? shouldEnroll(counts)
  if (whole <= 0) return { paid: 0, onBehalf: 0, gap: 0, over: 0, tick: undefined, marks: [] }
  const long = (people: number): number => (people * tick) / whole
  const paid = Math.min(done - counts.onBehalf, whole)
  const onBehalf = Math.min(counts.onBehalf, whole - paid)
  return {
    paid: long(paid),
    onBehalf: long(onBehalf),
    gap: long(whole - paid - onBehalf),
    over: Math.min(long(Math.max(done - whole, 0)), 100 - tick),
    tick: target === null ? undefined : tick,
    marks: marks.flatMap((mark) => {
      if (mark.lies === 'ofTarget' && target === null) return []
      const at = placeOf(mark, shouldEnroll(counts), long)
      return at === undefined || at > 100 ? [] : [at]
    }),
  }
}

function placeOf(
  { of, lies, percent }: ProgressMark,
  should: number,
  long: (people: number) => number,
): number | undefined {
  if (of === 'group' || lies === 'isTarget') return undefined
  return lies === 'ofTarget' ? (percent * tick) / 100 : long((percent * should) / 100)
}
