/** 未参保名单: those of a page of residents who are missing, by the same rule that counts them. */
import type { MissingPerson } from '../../shared/contracts/missing'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Stored } from '../_ports/store'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { walkOn, type Village } from './missingWalk'
import { readPlace, writePlace, type PlaceInLists } from './placeInLists'
import { isExempt, specialNoteOf } from './specialNoteRecord'
import { subsidisedBy, whyUnenrolled } from './whyMissing'

const atOnce = 8

/** So many people make a page; the last store page may bring some more. */
const peoplePerPage = 30

/** People in the order of the walk; a cursor while there may be more. */
export interface MissingPage {
  people: MissingPerson[]
  cursor?: string
}

/**
 * The next page from a place on. `goOn` says how long it may look for people who are hard to find, `among` of whom alone it may tell; left
 * out: of everybody.
 */
export async function missingPage(
  ports: StaffPorts,
  policy: PolicyInForce,
  village: Village,
  { cursor, goOn, among }: { cursor: string | undefined; goOn: () => boolean; among?: ReadonlySet<string> },
): Promise<MissingPage> {
  const people: MissingPerson[] = []
  // A village of another town is as empty as one that does not exist.
  if (ports.staff.town !== null && ports.staff.town !== village.town) return { people }
  let place: PlaceInLists | undefined = readPlace(cursor)
  do {
    const { residents, next } = await walkOn(ports.store, village, place)
    const asked = among ? residents.filter(({ id }) => among.has(id)) : residents
    people.push(...(await missingOf(ports, policy, asked)))
    place = next
  } while (place && people.length < peoplePerPage && goOn())
  return place ? { people, cursor: writePlace(place) } : { people }
}

async function missingOf(
  ports: StaffPorts,
  policy: PolicyInForce,
  residents: readonly Stored<ResidentFields>[],
): Promise<MissingPerson[]> {
  const found = new Map<string, MissingPerson>()
  await severalAtOnce(residents, atOnce, async (resident) => {
    const standing = await standingOf(ports, policy, resident)
    if (standing.why) found.set(resident.id, shown(ports, resident, { ...standing, why: standing.why }))
  })
  return residents.flatMap(({ id }) => found.get(id) ?? [])
}

/** Why one resident is missing, null where they are not; and what a town has noted of them. */
export async function standingOf(
  ports: StaffPorts,
  { table, coverageYear }: PolicyInForce,
  { id, fields }: Stored<ResidentFields>,
): Promise<{ why: MissingPerson['why'] | null; noted: MissingPerson['noted'] }> {
  const note = (await specialNoteOf(ports.store, id, coverageYear))?.fields
  const noted = note && note.state !== 'withdrawn' ? { group: note.group, state: note.state } : null
  if (await enrollmentOf(ports, id, coverageYear)) return { why: null, noted }
  const wasEnrolled = (await enrollmentOf(ports, id, coverageYear - 1)) !== undefined
  const known = { resident: fields, wasEnrolled, isExempt: isExempt(note) }
  const why = whyUnenrolled(known, coverageYear, subsidisedBy(table))
  return { why: why === 'employee' || why === 'exempt' ? null : why, noted }
}

const householdCharacters = 16

function shown(
  { cipher }: StaffPorts,
  resident: Stored<ResidentFields>,
  { why, noted }: Pick<MissingPerson, 'why' | 'noted'>,
): MissingPerson {
  const { name, idNumber } = openResident(cipher, resident)
  const household = resident.fields.household?.slice(0, householdCharacters) ?? null
  return { residentId: resident.id, household, name, maskedId: maskIdNumber(idNumber), why, noted }
}
