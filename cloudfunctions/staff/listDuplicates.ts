/** 疑似重复名单: pairs that may be one person, side by side; that somebody looked at them is in the audit log. */
import { ListDuplicates, type DuplicateShown, type LikePerson } from '../../shared/contracts/duplicates'
import { isCertificate } from '../../shared/identity/birthCertificate'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import type { Duplicate, DuplicateFields } from '../_duplicates/duplicateRecord'
import { duplicateTransitions } from '../_duplicates/duplicateStates'
import type { KnownElsewhereFields } from '../_duplicates/knownElsewhere'
import { paidUnder } from '../_duplicates/paidUnder'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { done } from '../_ports/useCase'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { isTerminal } from '../_states/transitions'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 10

export const listDuplicates = staffUseCase(
  ListDuplicates,
  ['clerk', 'bureau', 'auditor'],
  async ({ state, cursor }, ports) => {
    const page = await ports.store.find<DuplicateFields>('duplicates', {
      where: { state },
      sort: { field: 'foundAt', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const shown = await Promise.all(page.documents.map((one) => onDesk(ports, one)))
    const duplicates = shown.flatMap((one) => one ?? [])
    const seen = duplicates.flatMap(({ people }) => people.map(({ residentId }) => residentId))
    await notePeopleSeen(ports, 'duplicates', seen)
    return done({
      duplicates,
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      elsewhere: await knownElsewhere(ports),
    })
  },
)

/** Undefined where one of the two is out of the caller's reach: then there is no pair. */
async function onDesk(ports: StaffPorts, duplicate: Duplicate): Promise<DuplicateShown | undefined> {
  const { people, state, foundAt, keep } = duplicate.fields
  const [one, other] = await Promise.all(people.map((id) => ports.store.get<ResidentFields>('residents', id)))
  if (!one || !other) return undefined
  return {
    duplicateId: duplicate.id,
    state,
    foundAt,
    people: [await likePersonOf(ports, one), await likePersonOf(ports, other)],
    keep,
    mayDecide: ports.staff.role !== 'auditor' && !isTerminal(duplicateTransitions, state),
  }
}

async function likePersonOf(ports: StaffPorts, stored: Stored<ResidentFields>): Promise<LikePerson> {
  const { name, idNumber, facts } = openResident(ports.cipher, stored)
  const { town, village } = stored.fields
  const paid = await paidUnder(ports, ports.store, stored)
  return {
    residentId: stored.id,
    name,
    maskedId: maskIdNumber(idNumber),
    temporary: isCertificate(idNumber),
    born: facts.born ?? null,
    town,
    village,
    paid: paid.map(({ coverageYear, by, fen, returning }) => ({
      coverageYear,
      by: by === 'record' ? 'record' : 'order',
      fen,
      returning,
    })),
  }
}

/** How many, and never who; not for somebody of one town. */
async function knownElsewhere({ store, staff }: StaffPorts) {
  if (staff.town !== null) return null
  return (await store.get<KnownElsewhereFields>('knownElsewhere', staff.region))?.fields ?? null
}
