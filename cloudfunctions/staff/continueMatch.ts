/** 接着比对: walks on for as long as one call may. */
import { ContinueMatch } from '../../shared/contracts/staffMatch'
import { withinOneCall } from '../_ports/withinOneCall'
import { shownMatch } from '../_match/shownMatch'
import { walkMatch } from '../_match/walkMatch'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const continueMatch = staffUseCase(ContinueMatch, ['bureau'], async ({ matchId }, ports) => {
  const match = await walkMatch(ports, matchId, actorOf(ports.staff), withinOneCall())
  return match ? done(await shownMatch(ports.store, match)) : refuse('notFound')
})
