/** 定: one decision with one reason, for one or several people. Each lands alone, so one that cannot does not stop the others. */
import { DecideFindings } from '../../shared/contracts/staffMatch'
import { decideFinding } from '../_match/decideFinding'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const decideFindings = staffUseCase(
  DecideFindings,
  ['bureau'],
  async ({ findingIds, decision, reason }, ports) => {
    const outcomes = []
    for (const findingId of findingIds)
      outcomes.push(await decideFinding(ports, findingId, { decision, reason }))
    return done({ outcomes })
  },
)
