/** The towns and villages within a caller's reach: as the notice lists them, or as the residents' own records say. */
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import type { ResidentFields } from './residentRecord'

/** The caller's own town, or every town: in the order of the notice, or where it lists none, of the records. */
export async function townsWithin(ports: StaffPorts, { table }: PolicyInForce): Promise<string[]> {
  const { staff } = ports
  if (staff.town !== null) return [staff.town]
  if (table.targets) return table.targets.rows.map(({ name }) => name)
  return distinct(ports, 'town', { region: staff.region })
}

/** The villages of a town (null: of a place without towns). */
export const villagesWithin = (ports: StaffPorts, town: string | null): Promise<string[]> =>
  distinct(ports, 'village', { region: ports.staff.region, ...(town === null ? {} : { town }) })

/** One look-up for each value, along the index: nobody's record but the first of each is read. */
async function distinct(
  { store }: StaffPorts,
  field: 'town' | 'village',
  within: Readonly<Record<string, string>>,
): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const after = found.at(-1)
    const { documents } = await store.find<ResidentFields>('residents', {
      where: { ...within, [field]: after === undefined ? { from: '' } : { after } },
      sort: { field, order: 'ascending' },
      limit: 1,
    })
    const value = documents[0]?.fields[field]
    if (value === undefined || value === null) return found
    found.push(value)
  }
}
