import type { TimelineEntry } from '../../shared/contracts/person'
import type { StaffPorts } from '../_ports/ports'
import type { MergedResidentFields } from '../_residents/mergedResident'
import { colleagueName } from '../_staff/colleagueName'
import { openCorrection, type CorrectionFields } from './correctionRecord'

const most = 100
const latestFirst = { sort: { field: 'at', order: 'descending' }, limit: most } as const

/** What offices corrected, with how it was and how it is; and that two records became one. */
export async function correctionsOf(
  { store, cipher }: StaffPorts,
  residentId: string,
): Promise<TimelineEntry[]> {
  const { documents } = await store.find<CorrectionFields>('corrections', {
    where: { residentId },
    ...latestFirst,
  })
  const corrections = documents.map(async (one): Promise<TimelineEntry> => {
    const { part, reason, at, by } = one.fields
    const name = await colleagueName(store, by)
    return { what: 'corrected', at, by: name, part, reason, ...openCorrection(cipher, one) }
  })
  const merged = await store.find<MergedResidentFields>('mergedResidents', {
    where: { into: residentId },
    ...latestFirst,
  })
  return [
    ...(await Promise.all(corrections)),
    ...merged.documents.map(({ fields }): TimelineEntry => ({ what: 'merged', at: fields.at, by: null })),
  ]
}
