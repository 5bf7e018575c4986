/** Whether two values of a table say the same, whatever the order of keys. Runs wherever the checker runs. */
export function sameData(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [entriesOf(one), entriesOf(other)]
  return left.size === right.size && [...left].every(([key, value]) => sameData(value, right.get(key)))
}

const entriesOf = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, item]) => item !== undefined))
