/** One part of a county, counted: its residents with their enrollments, by town and village. */
import type { PolicyTable } from '../../shared/policy/table'
import type { CivilDay } from '../../shared/rules/civilDay'
import { namedInPart } from '../_imports/departmentRosters'
import type { StandingRosters } from '../_imports/rosterStanding'
import type { ImportKind } from '../../shared/contracts/imports'
import { civilDayOf } from '../_ports/clock'
import type { Store } from '../_ports/store'
import { documentsOfPart } from '../_residents/documentsOfPart'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import { noCounts } from './counts'
import type { CountedYear, PlaceTally } from './progressRecord'
import { isExempt, type SpecialNoteFields } from './specialNoteRecord'
import { subsidisedBy, whyUnenrolled } from './whyMissing'

/** The tallies of one part's places, in no order. It reads and writes nothing else, so that parts can be taken in any order. */
export async function tallyPartition(
  store: Pick<Store, 'get' | 'find'>,
  table: PolicyTable,
  partition: string,
  rosters: readonly StandingRosters[],
): Promise<PlaceTally[]> {
  const { region, coverageYear } = table
  const year: CountedYear = { region, coverageYear }
  const enrolled = await enrolledIn(store, year, partition)
  const before = await enrolledIn(store, { region, coverageYear: coverageYear - 1 }, partition)
  const exempt = await exemptIn(store, year, partition)
  const named = await namedBy(store, rosters, partition)
  const subsidises = subsidisedBy(table)
  const places = new Places(table.workFund?.steps.map(({ doneBy }) => doneBy) ?? [])

  for await (const { id, fields } of documentsOfPart<ResidentFields>(store, 'residents', {
    region,
    partition,
  })) {
    const place = places.of(fields.town, fields.village)
    place.counts.registered += 1
    if (fields.otherCover === 'employee') place.counts.employee += 1
    const own = named.filter((roster) => roster.ids.has(id)).map(({ kind }) => kind)
    const enrollment = enrolled.get(id)
    if (enrollment) {
      places.enroll(place, enrollment)
      enrolled.delete(id)
      countOnRosters(place, own, false)
      continue
    }
    const known = { resident: fields, wasEnrolled: before.has(id), isExempt: exempt.has(id) }
    const why = whyUnenrolled(known, coverageYear, subsidises)
    if (why !== 'employee') place.counts[why] += 1
    countOnRosters(place, own, why !== 'employee' && why !== 'exempt')
  }
  // Whoever is enrolled and in no register stays enrolled, of no town that is known.
  for (const enrollment of enrolled.values()) places.enroll(places.of(null, null), enrollment)
  return places.all()
}

/** By kind, who of the part stands on a department's rosters. */
const namedBy = (
  store: Pick<Store, 'get'>,
  rosters: readonly StandingRosters[],
  partition: string,
): Promise<{ kind: ImportKind; ids: ReadonlySet<string> }[]> =>
  Promise.all(
    rosters.map(async (roster) => ({
      kind: roster.kind,
      ids: await namedInPart(store, roster, partition),
    })),
  )

function countOnRosters({ rosters }: PlaceTally, kinds: readonly ImportKind[], isMissing: boolean): void {
  for (const kind of kinds) {
    const { people, missing } = rosters[kind] ?? { people: 0, missing: 0 }
    rosters[kind] = { people: people + 1, missing: missing + Number(isMissing) }
  }
}

class Places {
  private readonly byName = new Map<string, PlaceTally>()

  constructor(private readonly stepDays: readonly CivilDay[]) {}

  of(town: string | null, village: string | null): PlaceTally {
    const key = JSON.stringify([town, village])
    let place = this.byName.get(key)
    if (!place) {
      const heads = this.stepDays.map(() => 0)
      place = { town, village, counts: noCounts(), heads, undated: 0, rosters: {} }
      this.byName.set(key, place)
    }
    return place
  }

  enroll(place: PlaceTally, { way, paidOn, paidAt }: EnrollmentFields): void {
    place.counts[way] += 1
    const day = paidOn ?? (paidAt === null ? null : civilDayOf(paidAt))
    if (day === null) place.undated += 1
    else
      this.stepDays.forEach((doneBy, step) => {
        if (day <= doneBy) place.heads[step] = (place.heads[step] ?? 0) + 1
      })
  }

  all(): PlaceTally[] {
    return [...this.byName.values()]
  }
}

async function enrolledIn(
  store: Pick<Store, 'find'>,
  year: CountedYear,
  partition: string,
): Promise<Map<string, EnrollmentFields>> {
  const found = new Map<string, EnrollmentFields>()
  for await (const enrollment of documentsOfPart<EnrollmentFields>(store, 'enrollments', {
    ...year,
    partition,
  }))
    if (stands(enrollment)) found.set(enrollment.fields.residentId, enrollment.fields)
  return found
}

async function exemptIn(
  store: Pick<Store, 'find'>,
  year: CountedYear,
  partition: string,
): Promise<Set<string>> {
  const found = new Set<string>()
  for await (const { fields } of documentsOfPart<SpecialNoteFields>(store, 'specialNotes', {
    ...year,
    partition,
  }))
    if (isExempt(fields)) found.add(fields.residentId)
  return found
}
