import { ExportMissing } from '../../shared/contracts/missing'
import { doorWorkers } from '../../shared/contracts/progress'
import { watermarkLine } from '../_exports/watermarkLine'
import { withinOneCall } from '../_imports/withinOneCall'
import { missingHead, missingLines } from '../_progress/missingCsv'
import { missingPage } from '../_progress/missingPage'
import { noteLook } from '../_progress/noteLook'
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
    let [next, people]: [string | undefined, number] = [cursor, 0]
    do {
      const page = await missingPage(ports, policy, place, { cursor: next, goOn })
      csv += missingLines(page.people)
      people += page.people.length
      next = page.cursor
    } while (next !== undefined && goOn())
    await noteLook(ports, 'missingExported', { coverageYear, people, characters: csv.length })
    return done(next === undefined ? { csv } : { csv, cursor: next })
  },
)
