import type { ImportDependents } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Applied } from './importChanges'
import type { Import } from './importRecord'
import type { Checked, Dependence } from './rowWork'
import { workOf } from './workOf'

const atOnce = 8

/** What each of these changes of an import was found to be by now, and why it cannot be taken back where it cannot. */
export async function dependencesOf(
  ports: StaffPorts,
  { fields: { kind, commitBegunAt } }: Import,
  applied: readonly Applied[],
): Promise<Checked[]> {
  const { dependence } = workOf(kind)
  const found = Array<Checked>(applied.length)
  await severalAtOnce([...applied.entries()], atOnce, async ([place, one]) => {
    found[place] = await dependence(ports, one, commitBegunAt ?? '')
  })
  return found
}

/** These counted as well. */
export function withCounted(counted: ImportDependents, found: readonly Dependence[]): ImportDependents {
  const many = { ...counted }
  for (const why of found) if (why) many[why] += 1
  return many
}
