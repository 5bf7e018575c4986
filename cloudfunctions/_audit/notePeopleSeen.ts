import type { StaffPorts } from '../_ports/ports'
import { noteLook } from './noteLook'

/** Where somebody of the staff looks at people by name. */
export type PeoplePage =
  | 'proofs'
  | 'refunds'
  | 'complaints'
  | 'duplicates'
  | 'findings'
  | 'supplements'
  | 'counterPayments'
  | 'newborns'

/**
 * 看过谁: writes down that a page of a list was handed to somebody, with everybody who stands on it, before it is handed out.
 * A page with nobody on it is no look.
 */
export async function notePeopleSeen(
  ports: StaffPorts,
  page: PeoplePage,
  residentIds: readonly string[],
): Promise<void> {
  if (residentIds.length > 0) await noteLook(ports, 'peopleListed', peopleSeen(residentIds), `lists/${page}`)
}

/** Who was on a page, as details of its event: how many, and each by the resident's id. */
export const peopleSeen = (residentIds: readonly string[]): Readonly<Record<string, string | number>> => ({
  people: residentIds.length,
  ...Object.fromEntries(residentIds.map((residentId, index) => [`p${index + 1}`, residentId])),
})

type Details = Readonly<Record<string, string | number>>

const ofPerson = /^p\d+$/

/** Whether an event was a look at this person among others. */
export const isAmong = (details: Details, residentId: string): boolean =>
  Object.entries(details).some(([name, value]) => ofPerson.test(name) && value === residentId)

/** What an event says besides: whoever reads the log asks about one person, and learns of no others who stood beside them. */
export const withoutPeople = (details: Details): Record<string, string | number> =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !ofPerson.test(name)))
