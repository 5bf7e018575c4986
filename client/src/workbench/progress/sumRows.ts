import type { ProgressSums } from '../../../../shared/contracts/progress'
import { progress as words } from '../../texts/progress'

interface SumRow {
  name: string
  standing: Pick<ProgressSums, 'counts' | 'done'>
  /** What is reckoned against the target; null in a row where it is not. */
  goal: NonNullable<ProgressSums['reckoned']> | null
}

/** One sum where everybody is in it; else those whose target is reckoned with, then everybody. */
export function sumRows(total: ProgressSums): [SumRow, ...SumRow[]] {
  const { reckoned, outside } = total
  if (!reckoned || !outside) return [{ name: words.total, standing: total, goal: reckoned }]
  return [
    { name: words.totalReckoned, standing: reckoned, goal: reckoned },
    { name: words.totalAll, standing: total, goal: null },
  ]
}
