import type { ImportKind } from '../../shared/contracts/imports'
import { ExportOwnMissing } from '../../shared/contracts/ownRoster'
import { noteTaken } from '../_audit/noteTaken'
import { watermarkLine } from '../_exports/watermarkLine'
import { withinOneCall } from '../_ports/withinOneCall'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { missingExport } from '../_progress/missingExport'
import { ownMissingHead, ownMissingLines } from '../_progress/ownMissingCsv'
import { ownPeople } from '../_progress/ownRosters'
import { townId, type TownFields } from '../_progress/progressRecord'
import { staffUseCase } from '../_staff/staffUseCase'

/** 导出本部门名单上还没参保的人: every call of it is an export in the audit log. */
export const exportOwnMissing = staffUseCase(
  ExportOwnMissing,
  ['department'],
  async ({ coverageYear, kind, town, village, cursor }, ports) => {
    const { region } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const goOn = withinOneCall()
    const among = await ownPeople(ports, kind)
    if (!among) return refuse('noRoster')
    const villages = village === undefined ? await villagesOf(ports, policy, town, kind) : [village]
    const exported = { town, villages, among }
    const from = { cursor, goOn }
    const part = await missingExport(ports, policy, exported, from, ownMissingLines)
    const { csv: lines, residentIds, ...more } = part
    const csv = cursor === undefined ? ownMissingHead(watermarkLine(ports), kind, town) + lines : lines
    const details = { coverageYear, kind, characters: csv.length }
    await noteTaken(
      ports,
      { action: 'ownMissingExported', object: `regions/${region}`, details },
      residentIds,
    )
    return done({ csv, ...more })
  },
)

/** The villages in which the roster's people were counted, in their order. */
async function villagesOf(
  { store }: StaffPorts,
  policy: PolicyInForce,
  town: string | null,
  kind: ImportKind,
): Promise<(string | null)[]> {
  const stored = await store.get<TownFields>('progressTowns', townId(policy, town))
  const villages = stored?.fields.villages.filter(({ rosters }) => rosters[kind]) ?? []
  return villages.map(({ village }) => village)
}
