import { ExportRules } from '../../shared/contracts/ruleChanges'
import { noteLook } from '../_audit/noteLook'
import { watermarkLine } from '../_exports/watermarkLine'
import { done, refuse } from '../_ports/useCase'
import { rulesCsv } from '../_ruleChanges/rulesCsv'
import { shownChanges } from '../_ruleChanges/shownChanges'
import { staffUseCase } from '../_staff/staffUseCase'

/** 导出规则变化: that it was taken along, and by whom, is in the audit log and on the table. */
export const exportRules = staffUseCase(
  ExportRules,
  ['bureau', 'auditor'],
  async ({ coverageYear }, ports) => {
    const changes = await shownChanges(ports, coverageYear)
    if (!changes) return refuse('noPolicy')
    const { from } = changes
    if (from === null) return refuse('nothingBefore')
    const csv = rulesCsv(watermarkLine(ports), { ...changes, from })
    await noteLook(ports, 'rulesExported', { coverageYear, characters: csv.length })
    return done({ csv })
  },
)
