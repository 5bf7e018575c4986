import type { TownDayState } from '../../shared/contracts/townDay'
import type { Transitions } from '../_states/transitions'

/** `sentBack`: a second person wants it mended; it is open again. */
export type TownDayEvent = 'closedByClerk' | 'sentBack' | 'confirmedByColleague'

/** Every way a town's day (日清月结) can go: one closes it, another confirms it or sends it back. */
export const townDayTransitions = {
  open: { closedByClerk: 'closed' },
  closed: { sentBack: 'open', confirmedByColleague: 'confirmed' },
  confirmed: {},
} as const satisfies Transitions<TownDayState, TownDayEvent>
