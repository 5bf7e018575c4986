import type { FindingState, MatchState } from '../../shared/contracts/match'
import type { Transitions } from '../_states/transitions'

/** `allWalked` every part has its document · `summed` what they found is added up. */
export type MatchEvent = 'allWalked' | 'summed'

/** Every way a match (比对) can go. */
export const matchTransitions = {
  begun: { allWalked: 'walked' },
  walked: { summed: 'done' },
  done: {},
} as const satisfies Transitions<MatchState, MatchEvent>

/** `putOff` it waits on · `overtaken` what was found is so no more. */
export type FindingEvent = 'agreed' | 'refused' | 'putOff' | 'overtaken'

/** Every way a finding can go. A decision is not taken back: what changes afterwards, the next month's match finds. */
export const findingTransitions = {
  open: { agreed: 'agreed', refused: 'refused', putOff: 'putOff', overtaken: 'overtaken' },
  putOff: { agreed: 'agreed', refused: 'refused', overtaken: 'overtaken' },
  agreed: {},
  refused: {},
  overtaken: {},
} as const satisfies Transitions<FindingState, FindingEvent>
