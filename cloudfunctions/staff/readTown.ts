import { ReadTown } from '../../shared/contracts/progress'
import { progressReaders } from '../_progress/progressReaders'
import { shownTown } from '../_progress/shownProgress'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 一个乡镇的进度, by village. */
export const readTown = staffUseCase(ReadTown, progressReaders, async ({ coverageYear, town }, ports) => {
  const policy = ports.policies.inForce(ports.staff.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const shown = await shownTown(ports, policy, town)
  return shown ? done(shown) : refuse('notFound')
})
