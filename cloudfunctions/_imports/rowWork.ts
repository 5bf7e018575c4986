/** What a kind of import does with its rows: each says who or what a row is about, what it would change, and how to take that back. */
import type { ImportDependents, ImportField, ImportReason } from '../../shared/contracts/imports'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import type { Import, ImportFields } from './importRecord'
import type { Applied, ImportChange } from './importChanges'
import type { CellOf } from './rowCells'

/** The field of a row that is wrong, and why: the row is not taken. */
export type WrongField = { field: ImportField; reason: ImportReason }

/**
 * What a row would do now. `apply` does it, inside a transaction that has read the same, unless
 * something out of the caller's sight is in its way; `note` keeps what the row says beside what
 * stands against it, whether the rest of the row is taken or not; `residentId` whom a row about a known person is about.
 */
export type Planned =
  | {
      kind: 'added' | 'changed'
      residentId?: string
      apply: (documents: Documents) => Promise<Applied | WrongField>
    }
  | { kind: 'same'; residentId?: string; note?: (documents: Documents) => Promise<void> }
  | ({ kind: 'rejected'; note?: (documents: Documents) => Promise<void> } & WrongField)

/**
 * Whom a row names, taken or not: a resident by the ID number, and the index of the name where it is not that resident's or there is
 * none, with the number as it is written. `byNumberAlone`: the row does not write that resident's name. Empty where it names nobody.
 */
export interface Named {
  residentId?: string
  byNumberAlone?: boolean
  nameIndex?: string
  number?: string
}

/** Why something cannot be taken back: somebody has changed it since, has paid upon it, or its day is closed. */
export type Dependence = keyof ImportDependents | undefined

/** What was found of a change before the transaction that takes it back. */
export interface Checked {
  why?: Dependence
  /** Of a resident who was looked at: the revision they stood in then. */
  revision?: number
}

/** How one kind of rows is worked: three of them, chosen by `workOf`. */
export interface RowWork<Change extends ImportChange = ImportChange> {
  /** What two rows about the same share, and the field that says it; an empty key where a row does not say. */
  keysOf(cell: CellOf, fields: Pick<ImportFields, 'rounded'>): { field: ImportField; key: string }[]
  /** What plans the rows of one chunk or some of its places, one after the other; `number` is the row's in the file. */
  planner(
    ports: StaffPorts,
    standing: Import,
    documents: Pick<Documents, 'get'>,
  ): (cell: CellOf, number: number) => Promise<Planned>
  /** Of a roster of identities: whom a row names that is not taken as it stands. */
  whom?(ports: StaffPorts, standing: Import, documents: Pick<Documents, 'get'>, cell: CellOf): Promise<Named>
  /** `since`: the instant, UTC, from which the import's rows were written. */
  dependence(ports: StaffPorts, applied: Applied<Change>, since: string): Promise<Checked>
  /** Puts it back as it was; what was changed or paid upon since it was `checked` stays as it is, and the answer is why. */
  putBack(
    ports: StaffPorts,
    documents: Documents,
    standing: Import,
    applied: Applied<Change>,
    checked: Checked,
  ): Promise<Dependence>
}
