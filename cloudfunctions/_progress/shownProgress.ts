import type { ReplyOf } from '../../shared/contracts/contract'
import type { ReadProgress, ReadTown } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import type { CivilDay } from '../../shared/rules/civilDay'
import { citing } from '../../shared/rules/openValue'
import { importedTargets } from '../_imports/targets/targetRecord'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { citedNotices, placeOf } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { doneOf } from './counts'
import { marksOf } from './marksOf'
import { townId, type TownFields } from './progressRecord'
import { readCounted } from './readCounted'
import { totalOf, unitOfTown, unitsOf } from './unitsOf'

/** A county's progress, or one town's for that town's clerk, as the page and the export show it. */
export async function shownProgress(
  ports: StaffPorts,
  policy: PolicyInForce,
): Promise<ReplyOf<typeof ReadProgress>> {
  const { staff } = ports
  const { table, coverageYear } = policy
  const { towns, asOf, counting } = await readCounted(ports, policy)
  const units = unitsOf(table, towns, staff.town)
  return {
    place: placeOf(table),
    coverageYear,
    asOf,
    counting,
    targets: table.targets ? printedTable(table, table.targets) : null,
    marks: marksOf(table),
    units,
    total: totalOf(units),
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

/** One town with its villages; undefined where nobody of it was counted, and out of reach. */
export async function shownTown(
  { store }: StaffPorts,
  policy: PolicyInForce,
  town: string | null,
): Promise<ReplyOf<typeof ReadTown> | undefined> {
  const { table, coverageYear } = policy
  const stored = await store.get<TownFields>('progressTowns', townId(policy, town))
  if (!stored) return undefined
  const { asOf, villages } = stored.fields
  const { region } = policy
  const sent = town === null ? [] : await importedTargets(store, { region, coverageYear, town })
  const targetOf = (name: string | null) =>
    sent.find(({ village }) => village !== null && village === name)?.heads ?? null
  return {
    place: placeOf(table),
    coverageYear,
    asOf,
    unit: unitOfTown(table, stored.fields),
    villages: villages.map(({ village, counts }) => ({
      village,
      counts,
      done: doneOf(counts),
      target: targetOf(village),
    })),
  }
}
