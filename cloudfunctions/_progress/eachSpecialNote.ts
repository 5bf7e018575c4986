import type { SpecialNoteState } from '../../shared/contracts/specialNotes'
import { pagesOf } from '../_ports/pages'
import type { StaffPorts } from '../_ports/ports'
import {
  openSpecialWords,
  type SpecialNoteDocument,
  type SpecialNoteFields,
  type SpecialWords,
} from './specialNoteRecord'

/** A note with its words opened. */
export type SpecialNote = Omit<SpecialNoteFields, 'sealedWords'> & SpecialWords

/**
 * Every note of a coverage year within the caller's reach that stands in one of these states, for the rosters that go up to the
 * bureau (pubei-2020#附件2, 附件3): state by state, each by when it was noted. Whoever hands it on notes the look.
 */
export async function* eachSpecialNote(
  { store, cipher }: Pick<StaffPorts, 'store' | 'cipher'>,
  coverageYear: number,
  states: readonly SpecialNoteState[] = ['noted', 'checked'],
): AsyncGenerator<SpecialNote> {
  for (const state of states)
    for await (const page of pagesOf<SpecialNoteFields>(store, 'specialNotes', {
      where: { coverageYear, state },
      sort: { field: 'notedAt', order: 'ascending' },
      limit: 100,
    }))
      for (const note of page) yield opened(note)

  function opened(note: SpecialNoteDocument): SpecialNote {
    const { sealedWords, ...fields } = note.fields
    return { ...fields, ...openSpecialWords(cipher, note) }
  }
}
