import type { SpecialNoteState } from '../../shared/contracts/specialNotes'
import type { Transitions } from '../_states/transitions'

/** `notedAgain` after it was withdrawn · `checkedByBureau` the evidence was looked at · `withdrawnByStaff` it was wrong, or is over. */
export type SpecialNoteEvent = 'notedAgain' | 'checkedByBureau' | 'withdrawnByStaff'

/** Every way a note on somebody of a special group (特殊人群) can go. */
export const specialNoteTransitions = {
  noted: { checkedByBureau: 'checked', withdrawnByStaff: 'withdrawn' },
  checked: { withdrawnByStaff: 'withdrawn' },
  withdrawn: { notedAgain: 'noted' },
} as const satisfies Transitions<SpecialNoteState, SpecialNoteEvent>
