/** Keeps one kind of thing over a restart. Without it they live as long as the process. */
export interface Keeper<T> {
  load(): Promise<T[]>
  /** Called with the whole thing after every change, before WeChat's reply goes out. */
  save(item: T): Promise<void>
}

/** What the simulated WeChat knows of one kind, by its number. */
export interface Book<T> {
  byNumber(number: string): T | undefined
  all(): T[]
  put(item: T): Promise<void>
}

export async function openBook<T>(numberOf: (item: T) => string, keeper?: Keeper<T>): Promise<Book<T>> {
  const items = new Map<string, T>()
  for (const item of (await keeper?.load()) ?? []) items.set(numberOf(item), item)
  return {
    byNumber: (number) => items.get(number),
    all: () => [...items.values()],
    async put(item) {
      items.set(numberOf(item), item)
      await keeper?.save(item)
    },
  }
}
