import { ReadTown, progressReaders } from '../../shared/contracts/progress'
import { shownTown } from '../_progress/shownProgress'
import { policyAsked } from '../_policies/policyAsked'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 一个乡镇的进度, by village. */
export const readTown = staffUseCase(ReadTown, progressReaders, async ({ coverageYear, town }, ports) => {
  const policy = policyAsked(ports, coverageYear)
  if (!policy) return refuse('noPolicy')
  const shown = await shownTown(ports, policy, town)
  return shown ? done(shown) : refuse('notFound')
})
