import type { PolicyTable } from '../../shared/policy/table'

/** The office that a table names for open questions; its phone is null where the notice gives none. */
export function officeToAsk({ offices, ask }: PolicyTable): { name: string; phone: string | null } {
  const office = offices[ask]
  if (!office) throw new Error(`no office ${ask}`)
  return { name: office.name, phone: office.phone === 'unstated' ? null : office.phone }
}
