/** Every clause a table gives anywhere, written as answers cite them. */
import type { PolicyTable } from '../../shared/policy/table'

export function citableClauses(table: PolicyTable): ReadonlySet<string> {
  const found = new Set<string>()
  const { amendments = [], ...printed } = table
  collect(printed, table.notice.id, found)
  for (const { id, sets } of amendments) collect(sets, id, found)
  return found
}

function collect(node: unknown, notice: string, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  const { document, clause } = node as { document?: string; clause?: string }
  if (document !== undefined) found.add(clause === undefined ? document : `${document}#${clause}`)
  for (const [key, inner] of Object.entries(node)) {
    if (!/clause$/i.test(key) && key !== 'subsidyScope') collect(inner, notice, found)
    else
      for (const one of [inner as string | string[]].flat())
        found.add(one.includes('#') ? one : `${notice}#${one}`)
  }
}
