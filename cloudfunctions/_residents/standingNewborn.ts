import type { NewbornSaid } from '../../shared/contracts/registerNewborn'
import type { Person } from '../../shared/rules/person'
import type { Ports } from '../_ports/ports'
import { putOver } from '../_ports/put'
import { partitionOf } from './partition'
import { callerIndex } from './family'
import { noteSource } from './sourceRecord'
import { residentIndexId, type ResidentIndexFields } from './recogniseResident'
import {
  likenessOf,
  nameIndexOf,
  openResident,
  plainName,
  sealPerson,
  type ChildFacts,
  type Resident,
  type ResidentFields,
} from './residentRecord'

/** A newborn as its guardian says, with the number as it was read. */
export interface SaidNewborn extends Omit<NewbornSaid, 'number'> {
  number: string
  region: string
  town: string | null
}

/** A child that nobody has covered yet and that has no subsidised identity, as the page says it is taken. */
const unknownToRosters = {
  identities: [],
  otherCover: 'none',
  lastCovered: 'never',
  student: 'none',
} satisfies Partial<Person> & Partial<ResidentFields>

const childFactsOf = (said: Omit<NewbornSaid, 'number'>): ChildFacts => {
  const { born, sex, parentInsured, couldNotEnrollInBirthYear } = said
  return { born, sex, parentInsured, couldNotEnrollInBirthYear }
}

/** What the rules are told about a child that is being registered. */
export const factsOfNewborn = (said: Omit<NewbornSaid, 'number'>): Person => ({
  ...childFactsOf(said),
  ...unknownToRosters,
  residence: said.residence,
})

/**
 * The resident with this number, made now where there is none. Undefined where the number belongs to somebody with
 * another name, birth day or sex.
 */
export async function standingNewborn(ports: Ports, said: SaidNewborn): Promise<Resident | undefined> {
  const { cipher } = ports
  const { name, number, region, town } = said
  const id = cipher.randomId()
  const fields: ResidentFields = {
    region,
    town,
    village: null,
    household: null,
    partition: partitionOf(id),
    sealedPerson: sealPerson(cipher, id, name, number, childFactsOf(said)),
    nameIndex: nameIndexOf(cipher, name, number),
    likeness: likenessOf(cipher, region, name, said.born),
    residence: said.residence,
    ...unknownToRosters,
  }
  const indexId = residentIndexId(cipher, region, number)
  const source = {
    kind: 'guardian' as const,
    ref: `resident:${callerIndex(ports)}`,
    at: ports.clock.now(),
  }
  const stored = await ports.store.transaction(async (documents) => {
    const index = await documents.get<ResidentIndexFields>('residentIndex', indexId)
    // A record that was taken back leaves an index that leads to nobody: the child is as new as any.
    const known = index && (await documents.get<ResidentFields>('residents', index.fields.residentId))
    if (known) return known
    await documents.insert('residents', id, fields)
    await putOver(documents, 'residentIndex', indexId, index, { residentId: id })
    await noteSource(documents, id, {
      source,
      before: undefined,
      after: fields,
      sealed: ['name', 'idNumber'],
    })
    return { id, revision: 1, fields }
  })
  const resident = stored && openResident(cipher, stored)
  return resident && isSame(resident, said) ? resident : undefined
}

const isSame = ({ name, facts }: Resident, said: SaidNewborn): boolean =>
  plainName(name) === plainName(said.name) && facts.born === said.born && facts.sex === said.sex
