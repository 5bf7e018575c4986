/** How much of a target is done, in percent with one decimal; 100 only where it is reached to the person. Null without a target. */
export function percentOf(done: number, target: number | null): number | null {
  if (target === null || target === 0) return null
  if (done === target) return 100
  const tenths = Math.round((done * 1000) / target)
  return (done < target ? Math.min(tenths, 999) : Math.max(tenths, 1001)) / 10
}
