/**
 * A resident as the roster (名册) stores one: facts by the vocabulary's codes in the clear, so that a county can be
 * matched; name and ID number sealed together; and the name's index, so that a name is compared without opening.
 */
import { readIdNumber } from '../../shared/identity/idNumber'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Person } from '../../shared/rules/person'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import type { ServicePorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'

export type ResidentFields = {
  region: string
  /** Null where the roster does not say, or the place has no list of towns. */
  town: string | null
  /** 村（社区）; null where the roster does not say. */
  village: string | null
  /** The index of the household register's number: who lives together, and not where. Null where no roster says. */
  household: string | null
  /**
   * The part of the county that this resident is taken with: `partitionOf` the id. Null: a record that is nobody's any more, because
   * it was merged into another one or its import was undone; whatever walks the county passes it over.
   */
  partition: string | null
  /** Name and ID number, sealed for this document's id. */
  sealedPerson: string
  nameIndex: string
  /** The index of name and birth day: two residents of a region who share it may be one. Null where no birth day is known. */
  likeness: string | null
  residence: string | null
  /** Null: not known. Empty: known to have none. */
  identities: { code: string; since: string | null }[] | null
  otherCover: 'none' | 'employee' | 'residentElsewhere' | null
  lastCovered: number | 'never' | null
  student: string | null
}

/** A record that is nobody's any more: nobody pays, is enrolled or is corrected by it. */
export const isNobodys = ({ fields: { partition } }: Stored<ResidentFields>): boolean => partition === null

/**
 * Holds a resident still inside a transaction that takes a year for them: an import that is taken back, or a merge, at the same moment
 * must look again. False where the record is nobody's, or out of the caller's reach; nothing is written then.
 */
export async function holdResident(documents: Documents, residentId: string): Promise<boolean> {
  const stored = await documents.get<ResidentFields>('residents', residentId)
  if (!stored || isNobodys(stored)) return false
  await documents.replace('residents', residentId, stored.revision, stored.fields)
  return true
}

/** A resident with the seal opened. */
export interface Resident {
  id: string
  region: string
  town: string | null
  name: string
  /** The ID number (公民身份号码), or a birth certificate's while there is none. */
  idNumber: string
  /** What the roster or a guardian says, as the rules take it; birth day and sex come from the ID number. */
  facts: Person
}

/** What a guardian says of a newborn: sealed with the name, because a birth certificate's number does not say it. */
export type ChildFacts = Pick<Person, 'born' | 'sex' | 'parentInsured' | 'couldNotEnrollInBirthYear'>

const personContext = (id: string): string => sealContext(sealedFields.person, id)

/** The seal of a person's name and number for one resident document, and of what a guardian says of a newborn. */
export const sealPerson = (
  cipher: Cipher,
  id: string,
  name: string,
  idNumber: string,
  child?: ChildFacts,
): string =>
  cipher.seal(JSON.stringify(child ? [name, idNumber, child] : [name, idNumber]), personContext(id))

/** The index of a name beside its ID number: the same name of two people gives two indexes. */
export const nameIndexOf = (cipher: Cipher, name: string, idNumber: string): string =>
  cipher.index('name', `${idNumber}/${plainName(name)}`)

/** The index of name and birth day within a region: what two records of one person share, whatever their numbers are. */
export const likenessOf = (
  cipher: Cipher,
  region: string,
  name: string,
  born: CivilDay | undefined,
): string | null =>
  born === undefined ? null : cipher.index('likeness', `${region}/${plainName(name)}/${born}`)

/** The index of a name alone within a region, for rows of rosters that lead to nobody: half of it, enough to tell names apart. */
export const rosterNameOf = (cipher: Cipher, region: string, name: string): string =>
  cipher.index('rosterName', `${region}/${plainName(name)}`).slice(0, 32)

/** The birth day in an ID number; undefined for a birth certificate's. */
export function bornBy(idNumber: string): CivilDay | undefined {
  const read = readIdNumber(idNumber, lastOfDays)
  return read.kind === 'valid' ? read.id.born : undefined
}

/** The index of a household's number (户号): the same number of two places gives two indexes. */
export const householdIndexOf = (cipher: Cipher, region: string, household: string): string =>
  cipher.index('household', `${region}/${household}`)

/** A name without spaces and with one kind of middle dot (少数民族姓名的间隔号), as it is compared. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•・‧∙⋅.]/g, '·')

/** The seal of the same person under another name. */
export function renamed(cipher: Cipher, { id, fields }: Stored<ResidentFields>, name: string): string {
  const [, idNumber, child] = openSeal(cipher, id, fields)
  return sealPerson(cipher, id, name, idNumber, child)
}

const openSeal = (cipher: Cipher, id: string, { sealedPerson }: ResidentFields) =>
  JSON.parse(cipher.open(sealedPerson, personContext(id))) as [string, string, ChildFacts?]

/** Opens a stored resident. `today` only bounds the birth day. @throws where the seal does not open. */
export function openResident(cipher: Cipher, stored: Stored<ResidentFields>): Resident {
  const { fields } = stored
  const [name, idNumber, child] = openSeal(cipher, stored.id, fields)
  const { region, town } = fields
  return { id: stored.id, region, town, name, idNumber, facts: { ...child, ...factsOf(fields, idNumber) } }
}

/** A resident that must be there. @throws Error where they are not: what was paid for names them for ever. */
export async function standingResident(
  { store, cipher }: Pick<ServicePorts, 'store' | 'cipher'>,
  residentId: string,
): Promise<Resident> {
  const stored = await store.get<ResidentFields>('residents', residentId)
  if (!stored) throw new Error('an order has lost its resident')
  return openResident(cipher, stored)
}

const lastOfDays = '9999-12-31'

/** A fact the roster does not know stays out, so that the rules ask for it. */
export function factsOf(fields: ResidentFields, idNumber: string): Person {
  const facts: Person = {}
  const read = readIdNumber(idNumber, lastOfDays)
  if (read.kind === 'valid') Object.assign(facts, { born: read.id.born, sex: read.id.sex })
  if (fields.residence !== null) facts.residence = fields.residence
  if (fields.identities !== null)
    facts.identities = fields.identities.map(({ code, since }) =>
      since === null ? { code } : { code, since },
    )
  if (fields.otherCover !== null) facts.otherCover = fields.otherCover
  if (fields.lastCovered !== null) facts.lastCovered = fields.lastCovered
  if (fields.student !== null) facts.student = fields.student
  return facts
}
