import { ExportMissing } from '../../shared/contracts/missing'
import { doorWorkers } from '../../shared/contracts/progress'
import { noteTaken } from '../_audit/noteTaken'
import { watermarkLine } from '../_exports/watermarkLine'
import { withinOneCall } from '../_ports/withinOneCall'
import { missingHead, missingLines } from '../_progress/missingCsv'
import { missingExport } from '../_progress/missingExport'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 导出一个村的未参保名单: every call of it is an export in the audit log. */
export const exportMissing = staffUseCase(
  ExportMissing,
  doorWorkers,
  async ({ coverageYear, town, village, cursor }, ports) => {
    const { region } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const from = { cursor, goOn: withinOneCall() }
    const exported = { town, villages: [village] }
    const {
      csv: lines,
      residentIds,
      ...more
    } = await missingExport(ports, policy, exported, from, missingLines)
    const head = cursor === undefined ? missingHead(watermarkLine(ports), { town, village }) : ''
    const csv = head + lines
    const details = { coverageYear, characters: csv.length }
    await noteTaken(ports, { action: 'missingExported', object: `regions/${region}`, details }, residentIds)
    return done({ csv, ...more })
  },
)
