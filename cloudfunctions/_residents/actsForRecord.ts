/**
 * Who acts for a person (代办), one document per human being whatever the county: `actsFor/<index of the ID number>`.
 * What a caller may do and see is decided by this document alone; a family only lists whom to look at.
 */
import { needsGuardian } from '../../shared/identity/guardianship'
import type { Relation } from '../../shared/contracts/fields'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Cipher } from '../_ports/cipher'

/** One caller who has named this person. */
export type Acting = {
  callerIndex: string
  /** Opaque: what the person's own phone calls this caller by. */
  link: string
  /** As the caller says. */
  relation: Relation
  /** Gave a guardian's consent, as one of at most so many. */
  guardian: boolean
  /** Instants, UTC. */
  since: string
  /** Null while it goes on; the person has ended it otherwise, and only they can allow it again. */
  endedAt: string | null
}

export type ActsForFields = {
  /** The one caller who is taken for the person (自己), until the bureau decides otherwise. */
  self: string | null
  callers: Acting[]
}

/** Two parents. Whoever comes later may pay, and sees no identities. */
export const mostGuardians = 2

export const nobodyActs: ActsForFields = { self: null, callers: [] }

export const personIndexOf = (cipher: Cipher, idNumber: string): string => cipher.index('person', idNumber)

export const actingOf = ({ callers }: ActsForFields, callerIndex: string): Acting | undefined =>
  callers.find((acting) => acting.callerIndex === callerIndex)

/** A caller who says to be the person and is not the one taken for them is a proxy like any other. */
export const relationTo = (acts: ActsForFields, { callerIndex, relation }: Acting): Relation =>
  relation === 'self' && acts.self !== callerIndex ? 'other' : relation

/** May see identities and reasons: the person, and a guardian while the child needs one. */
export const mayKnowWhy = (
  acts: ActsForFields,
  acting: Acting,
  born: CivilDay | undefined,
  today: CivilDay,
): boolean =>
  relationTo(acts, acting) === 'self' || (acting.guardian && born !== undefined && needsGuardian(born, today))

/** The document with one caller changed or added. */
export const withActing = (acts: ActsForFields, acting: Acting): ActsForFields => ({
  ...acts,
  callers: [...acts.callers.filter(({ callerIndex }) => callerIndex !== acting.callerIndex), acting],
})

/** The document without one caller. What the person has ended stays: otherwise forgetting would undo their word. */
export const withoutActing = ({ self, callers }: ActsForFields, callerIndex: string): ActsForFields => ({
  self: self === callerIndex ? null : self,
  callers: callers.filter((acting) => acting.callerIndex !== callerIndex || acting.endedAt !== null),
})

/** The document of one human being who was known by two numbers: whoever acted under either goes on, the person themselves too. */
export const joinedActs = (lasting: ActsForFields, temporary: ActsForFields): ActsForFields => ({
  self: lasting.self ?? temporary.self,
  callers: [
    ...lasting.callers,
    ...temporary.callers.filter(({ callerIndex }) => !actingOf(lasting, callerIndex)),
  ],
})
