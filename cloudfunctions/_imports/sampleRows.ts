import type { StaffPorts } from '../_ports/ports'
import { kindOf } from './importKinds'
import type { Import } from './importRecord'
import { masked } from './maskedCell'
import { parkedRows } from './parkedRows'
import { otherNamesOf, townsOf } from '../_policies/townsOf'

const shownRows = 5

/** The first rows, masked, to name the columns by: towns and groups can be read, people cannot. */
export async function sampleRows(ports: StaffPorts, { id, fields }: Import): Promise<string[][]> {
  const { cipher, store, policies, staff } = ports
  const words = Object.keys(kindOf(fields.kind).identities ?? {})
  const open = new Set([
    ...townsOf(policies, staff.region),
    ...otherNamesOf(policies, staff.region).keys(),
    ...words,
  ])
  const rows = await parkedRows(cipher, store, id, 0)
  return rows
    .slice(0, shownRows)
    .map(({ cells }) => fields.headings.map((_heading, i) => masked(cells[i] ?? '', open)))
}
