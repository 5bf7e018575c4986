import type { ImportKind } from '../../shared/contracts/imports'
import { ExportOwnMissing } from '../../shared/contracts/ownRoster'
import { noteTaken } from '../_audit/noteTaken'
import { watermarkLine } from '../_exports/watermarkLine'
import { withinOneCall } from '../_imports/withinOneCall'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { missingPage } from '../_progress/missingPage'
import type { Village } from '../_progress/missingWalk'
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
    const names = village === undefined ? await villagesOf(ports, policy, town, kind) : [village]
    let csv = cursor === undefined ? ownMissingHead(watermarkLine(ports), kind, town) : ''
    const people: string[] = []
    let stop: Stop | undefined = readStop(cursor)
    while (stop && stop.at < names.length) {
      const place: Village = { region, town, village: names[stop.at] ?? null }
      const page = await missingPage(ports, policy, place, { cursor: stop.cursor, goOn, among })
      csv += ownMissingLines(place.village, page.people)
      people.push(...page.people.map(({ residentId }) => residentId))
      const { at }: Stop = stop
      stop = page.cursor === undefined ? { at: at + 1 } : { at, cursor: page.cursor }
      if (!goOn()) break
    }
    const details = { coverageYear, kind, characters: csv.length }
    await noteTaken(ports, { action: 'ownMissingExported', object: `regions/${region}`, details }, people)
    return done(stop.at < names.length ? { csv, cursor: writeStop(stop) } : { csv })
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

/** Where an export goes on: at which village, and where in its list. */
interface Stop {
  at: number
  cursor?: string
}

const writeStop = ({ at, cursor }: Stop): string => `${at}/${cursor ?? ''}`

function readStop(text: string | undefined): Stop {
  const [, at, cursor] = /^(\d{1,5})\/(.*)$/s.exec(text ?? '') ?? []
  if (at === undefined) return { at: 0 }
  return cursor === '' || cursor === undefined ? { at: Number(at) } : { at: Number(at), cursor }
}
