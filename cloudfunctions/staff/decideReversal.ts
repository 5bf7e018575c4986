/** 复核冲销: a second person confirms a reversal, or declines it; whoever asked may take it back. */
import { DecideReversal } from '../../shared/contracts/counterReversals'
import { reversalOf } from '../_counter/reversalRecord'
import { settleReversal } from '../_counter/settleReversal'
import { shownReversal } from '../_counter/shownReversal'
import { reversers } from '../_counter/whyNotUndone'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const decideReversal = staffUseCase(
  DecideReversal,
  reversers,
  async ({ reversalId, decision }, ports) => {
    const { store, cipher, clock } = ports
    const { staffId } = ports.staff
    const at = clock.now()
    const decided = await store.transaction(async (documents) => {
      const standing = await reversalOf(documents, reversalId)
      if (!standing) return refuse('notFound')
      const { state, askedBy, decidedBy } = standing.fields
      if (state === decision && decidedBy === staffId) return { kind: 'decided' as const, reversal: standing }
      if (state !== 'asked') return refuse('notNow')
      if (decision === 'confirmed' && askedBy === staffId) return refuse('ownAsking')
      const word = { event: decision, staffId, at }
      return { kind: 'decided' as const, reversal: await settleReversal(documents, cipher, standing, word) }
    })
    return decided.kind === 'decided'
      ? done({ reversal: await shownReversal(ports, decided.reversal) })
      : decided
  },
)
