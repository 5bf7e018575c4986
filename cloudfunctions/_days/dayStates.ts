import { statesOf, type Transitions } from '../_states/transitions'

/**
 * A county's day (日结): `open` it is not over · `cut` over, nothing more is added but what turns up late · `billLoaded`
 * WeChat's bill is here · `matched` the ledger is the bill, to the fen · `differs` · `pushed` the collection detail was sent ·
 * `confirmed` every department has it. A day has no end: what turns up later makes another version of the push.
 */
export type DayState = 'open' | 'cut' | 'billLoaded' | 'matched' | 'differs' | 'pushed' | 'confirmed'

/** `corrected` something of this day became known after it was matched or sent. */
export type DayEvent = 'cutOff' | 'billCame' | 'agreed' | 'disagreed' | 'sent' | 'received' | 'corrected'

/** Every way a day can go (payments.md). Sent without a bill or with differences when the deadline comes: late is worse. */
export const dayTransitions = {
  open: { cutOff: 'cut' },
  cut: { billCame: 'billLoaded', sent: 'pushed' },
  billLoaded: { agreed: 'matched', disagreed: 'differs' },
  matched: { sent: 'pushed', corrected: 'cut' },
  differs: { agreed: 'matched', sent: 'pushed', corrected: 'cut' },
  pushed: { received: 'confirmed', billCame: 'billLoaded', corrected: 'cut' },
  confirmed: { billCame: 'billLoaded', corrected: 'cut' },
} as const satisfies Transitions<DayState, DayEvent>

export const dayStates = statesOf<DayState>(dayTransitions)
