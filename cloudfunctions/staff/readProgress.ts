import { ReadProgress, progressReaders } from '../../shared/contracts/progress'
import { shownProgress } from '../_progress/shownProgress'
import { policyAsked } from '../_policies/policyAsked'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 进度: read from sums, so it takes no longer for a large county. */
export const readProgress = staffUseCase(ReadProgress, progressReaders, async ({ coverageYear }, ports) => {
  const policy = policyAsked(ports, coverageYear)
  return policy ? done(await shownProgress(ports, policy)) : refuse('noPolicy')
})
