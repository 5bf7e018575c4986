/** The civil day of an instant in Asia/Shanghai, reckoned without the code that is tried here. */
export const dayInShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600 * 1000).toISOString().slice(0, 10)
