const chinese = new Intl.Collator('zh-Hans-CN')

/** Names in the order a register has them, by their sound; those without one last. */
export function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return chinese.compare(one, other) || (one < other ? -1 : Number(one > other))
}
