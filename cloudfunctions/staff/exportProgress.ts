/** 导出进度表: that it was taken along, and by whom, is in the audit log and on the table. */
import { ExportProgress, progressReaders } from '../../shared/contracts/progress'
import { noteLook } from '../_audit/noteLook'
import { watermarkLine } from '../_exports/watermarkLine'
import { progressCsv, townCsv } from '../_progress/progressCsv'
import { shownProgress, shownTown } from '../_progress/shownProgress'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const exportProgress = staffUseCase(
  ExportProgress,
  progressReaders,
  async ({ coverageYear, town }, ports) => {
    const policy = ports.policies.inForce(ports.staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const watermark = watermarkLine(ports)
    const shown = town === undefined ? undefined : await shownTown(ports, policy, town)
    if (town !== undefined && !shown) return refuse('notFound')
    const csv = shown ? townCsv(watermark, shown) : progressCsv(watermark, await shownProgress(ports, policy))
    await noteLook(ports, 'progressExported', { coverageYear, characters: csv.length })
    return done({ csv })
  },
)
