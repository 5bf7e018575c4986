/** 重新数: what the clock does every morning, done now for somebody who waits for it. */
import { CountProgress } from '../../shared/contracts/progress'
import { beginRound, countOn } from '../_progress/countOn'
import { roundOf } from '../_progress/progressRecord'
import { countingOf } from '../_progress/readCounted'
import { withinOneCall } from '../_ports/withinOneCall'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const countProgress = staffUseCase(
  CountProgress,
  ['bureau'],
  async ({ coverageYear, anew }, ports) => {
    const { staff, store, policies } = ports
    if (staff.town !== null) return refuse('notWholeRegion')
    const policy = policies.inForce(staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const standing = anew ? await beginRound(ports, policy) : await roundOf(store, policy)
    if (!standing) return done({ asOf: null, counting: null })
    const round = await countOn(ports, policy, standing, withinOneCall())
    const { begunAt, finishedAt } = round.fields
    return done({ asOf: finishedAt === null ? null : begunAt, counting: countingOf(round) })
  },
)
