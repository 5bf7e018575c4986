import { ExportMissing } from '../../shared/contracts/missing'
import { doorWorkers } from '../../shared/contracts/progress'
import { noteTaken } from '../_audit/noteTaken'
import { watermarkLine } from '../_exports/watermarkLine'
import { withinOneCall } from '../_imports/withinOneCall'
import { missingHead, missingLines } from '../_progress/missingCsv'
import { missingPage } from '../_progress/missingPage'
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
    const place = { region, town, village }
    const goOn = withinOneCall()
    let csv = cursor === undefined ? missingHead(watermarkLine(ports), place) : ''
    const people: string[] = []
    let next = cursor
    do {
      const page = await missingPage(ports, policy, place, { cursor: next, goOn })
      csv += missingLines(page.people)
      people.push(...page.people.map(({ residentId }) => residentId))
      next = page.cursor
    } while (next !== undefined && goOn())
    const details = { coverageYear, characters: csv.length }
    await noteTaken(ports, { action: 'missingExported', object: `regions/${region}`, details }, people)
    return done(next === undefined ? { csv } : { csv, cursor: next })
  },
)
