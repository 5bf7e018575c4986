import type { FormState } from '../../shared/contracts/forms'
import type { Transitions } from '../_states/transitions'

/** `gathered` everybody was looked at · `grewTooLong` · `lapsed` its day is over · `clearedAway` its rows are empty. */
export type FormEvent = 'gathered' | 'grewTooLong' | 'lapsed' | 'clearedAway'

/** Every way a form (表册) can go: gathered, taken along, and its rows cleared away after a day. */
export const formTransitions = {
  gathering: { gathered: 'ready', grewTooLong: 'tooLong', lapsed: 'clearing' },
  ready: { lapsed: 'clearing' },
  tooLong: { lapsed: 'clearing' },
  clearing: { clearedAway: 'cleared' },
  cleared: {},
} as const satisfies Transitions<FormState, FormEvent>
