/** How much of a target is done, in percent with one decimal; never 100 before it is reached. Null without a target. */
export function percentOf(done: number, target: number | null): number | null {
  if (target === null || target === 0) return null
  const tenths = Math.round((done * 1000) / target)
  return (done < target ? Math.min(tenths, 999) : tenths) / 10
}
