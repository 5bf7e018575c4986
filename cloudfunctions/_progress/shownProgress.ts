import type { ReplyOf } from '../../shared/contracts/contract'
import type { ReadProgress, ReadTown } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import type { CivilDay } from '../../shared/rules/civilDay'
import { citing } from '../../shared/rules/openValue'
import { importedTargets, type ImportedTargetFields } from '../_imports/targets/targetRecord'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { citedNotices, placeOf } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { doneOf, noCounts } from './counts'
import { marksOf } from './marksOf'
import { roundOf, townId, type TownFields } from './progressRecord'
import { readCounted } from './readCounted'
import { against, sumsOf } from './reckoned'
import { printedSums, unitOf, unitsOf } from './unitsOf'

/** A county's progress, or one town's for that town's clerk, as the page and the export show it. */
export async function shownProgress(
  ports: Pick<StaffPorts, 'store' | 'staff'>,
  policy: PolicyInForce,
): Promise<ReplyOf<typeof ReadProgress>> {
  const { staff, store } = ports
  const { table, coverageYear } = policy
  const { towns, asOf, counting } = await readCounted(ports, policy)
  const units = unitsOf(table, towns, await importedTargets(store, policy), staff.town)
  return {
    place: placeOf(table),
    coverageYear,
    asOf,
    counting,
    targets: table.targets ? printedTable(table, table.targets) : null,
    marks: marksOf(table),
    units,
    total: { ...sumsOf(units), printed: printedSums(units) },
    until: lastDay(table),
    notices: citedNotices(table),
    ask: officeToAsk(table),
    mayCount: staff.role === 'bureau' && staff.town === null,
  }
}

const printedTable = ({ notice }: PolicyTable, targets: NonNullable<PolicyTable['targets']>) => ({
  clauses: [...citing(notice.id)(targets.clause)],
  base: targets.base ?? null,
  columns: Object.entries(targets.columns).map(([key, title]) => ({ key, title })),
})

/** The last day on which fees are collected; null where the notice leaves it open. */
const lastDay = ({ phases }: PolicyTable): CivilDay | null => {
  const days = phases.flatMap(({ phase, to }) => (phase === 'collecting' && to !== 'open' ? [to] : []))
  return days.sort().at(-1) ?? null
}

/** One town with its villages; undefined where neither a count nor an imported target knows of it, and out of reach. */
export async function shownTown(
  { store }: Pick<StaffPorts, 'store'>,
  policy: PolicyInForce,
  town: string | null,
): Promise<ReplyOf<typeof ReadTown> | undefined> {
  const { table, region, coverageYear } = policy
  const stored = await store.get<TownFields>('progressTowns', townId(policy, town))
  const sent = town === null ? [] : await importedTargets(store, { region, coverageYear, town })
  const asOf = stored ? stored.fields.asOf : sent.length > 0 ? await countedAt(store, policy) : null
  if (asOf === null) return undefined
  const villages = villagesOf(stored?.fields.villages ?? [], sent)
  return {
    place: placeOf(table),
    coverageYear,
    asOf,
    unit: unitOf(table, stored ? [stored.fields] : [], sent, town),
    clauses: table.targets ? [...citing(table.notice.id)(table.targets.clause)] : [],
    villages,
    total: sumsOf(villages.map((village) => ({ ...village, name: village.village }))),
    notices: citedNotices(table),
  }
}

/** When the last count began, once it is over: who is of no town then is in none. */
async function countedAt(store: StaffPorts['store'], policy: PolicyInForce): Promise<string | null> {
  const round = await roundOf(store, policy)
  return round && round.fields.finishedAt !== null ? round.fields.begunAt : null
}

/** As the office sent them, then the register's others; who sent a target of a village that nobody is of sees it all the same. */
function villagesOf(
  counted: TownFields['villages'],
  sent: readonly ImportedTargetFields[],
): ReplyOf<typeof ReadTown>['villages'] {
  const heads = new Map(sent.flatMap(({ village, heads: of }) => (village === null ? [] : [[village, of]])))
  const names = new Set([...heads.keys(), ...counted.map(({ village }) => village)])
  return [...names].map((village) => {
    const counts = counted.find((each) => each.village === village)?.counts ?? noCounts()
    const done = doneOf(counts)
    const imported = village === null ? null : (heads.get(village) ?? null)
    return { village, counts, done, ...against(done, null, imported) }
  })
}
