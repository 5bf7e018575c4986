/**
 * Does the work for every item, at most `width` of them at the same time. Stops taking new items once `goOn` says no, and
 * answers the first item that was not taken. What `work` throws ends it: whoever wants to go on catches in `work`.
 */
export async function severalAtOnce<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  goOn: () => boolean = () => true,
): Promise<T | undefined> {
  let next = 0
  async function worker(): Promise<void> {
    while (next < items.length && goOn()) {
      const item = items[next] as T
      next += 1
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  return items[next]
}
