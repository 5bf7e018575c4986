import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { standInTables } from '../world/standInTables'
import { startWorld } from '../world/startWorld'

/** A world whose notices name a bank and the town's own hands, two clerks of one town, and somebody of the bureau. */
export async function startTills(town: string) {
  const world = await startWorld()
  const channels = ['bankCounter', 'townAgent'].map((channel) => ({ channel, clause: '六' }))
  world.service.policies = servePolicies(standInTables.map((table) => ({ ...table, channels })))
  const first = await world.staff('clerk', { town, name: '样例甲' })
  const second = await world.staff('clerk', { town, name: '样例乙' })
  const bureau = await world.staff('bureau', { name: '样例局' })
  return { world, first, second, bureau }
}
