import type { TownDayState } from '../../../../shared/contracts/townDay'
import type { Drawing } from '../../components/Icon'
import type { Tone } from '../../components/Tag'

/** How a town's day looks in a list: whether anything is still to be done with it. */
export const toneOf: Record<TownDayState, { tone: Tone; icon: Drawing }> = {
  open: { tone: 'due', icon: 'clock' },
  closed: { tone: 'due', icon: 'warn' },
  confirmed: { tone: 'ok', icon: 'tick' },
}
