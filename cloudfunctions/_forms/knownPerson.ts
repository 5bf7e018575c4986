import { assess } from '../../shared/rules/assess'
import type { Assessment } from '../../shared/rules/assessment'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { PolicyInForce } from '../_ports/policies'
import type { ServicePorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import {
  openSpecialWords,
  specialNoteOf,
  type SpecialNoteFields,
  type SpecialWords,
} from '../_progress/specialNoteRecord'
import { assessResident } from '../_residents/assessResident'
import { enrollmentOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { openResident, type Resident, type ResidentFields } from '../_residents/residentRecord'
import type { FormNeeds } from './formNeeds'
import { laterRecognised, type LaterRecognised } from './laterRecognised'

/** What is known of somebody who may stand on a form; what the form does not need is left out. */
export interface KnownPerson {
  resident: Resident
  enrollment: EnrollmentFields | undefined
  note: (SpecialNoteFields & SpecialWords) | undefined
  assessment: Assessment | undefined
  later: LaterRecognised | undefined
}

/** By which table and on which day somebody is asked about. */
export interface FormYear {
  policy: PolicyInForce
  coverageYear: number
  /** The day the form is made on. */
  today: CivilDay
}

/** Reads and opens of somebody what the form needs, and no more. */
export async function knownPerson(
  ports: ServicePorts,
  stored: Stored<ResidentFields>,
  needs: FormNeeds,
  year: FormYear,
): Promise<KnownPerson> {
  const resident = openResident(ports.cipher, stored)
  const enrollment = needs.enrollment
    ? (await enrollmentOf(ports, resident.id, year.coverageYear))?.fields
    : undefined
  return {
    resident,
    enrollment,
    note: needs.note ? await standingNote(ports, resident.id, year.coverageYear) : undefined,
    assessment: await assessmentOf(ports, resident, enrollment, needs, year),
    later: needs.later ? await laterRecognised(ports, resident, enrollment, year) : undefined,
  }
}

/** Of a form of everybody who pays, also of who has no identity: what they owe, as they are told themselves. */
async function assessmentOf(
  ports: ServicePorts,
  resident: Resident,
  enrollment: EnrollmentFields | undefined,
  { assessment, ofEverybody }: FormNeeds,
  year: FormYear,
): Promise<Assessment | undefined> {
  if (!assessment) return undefined
  if (!ofEverybody) return assessed(resident, enrollment, year)
  return (await assessResident(ports, resident, year.policy, { otherCover: 'none' }, year.today)).assessment
}

async function standingNote({ store, cipher }: ServicePorts, residentId: string, coverageYear: number) {
  const note = await specialNoteOf(store, residentId, coverageYear)
  if (!note || note.fields.state === 'withdrawn') return undefined
  return { ...note.fields, ...openSpecialWords(cipher, note) }
}

/** What the notice gives this person, on the day of paying or else today. Somebody insured elsewhere gets nothing here. */
function assessed(
  { facts }: Resident,
  enrollment: EnrollmentFields | undefined,
  { policy, today }: FormYear,
): Assessment | undefined {
  if (!facts.identities?.length) return undefined
  const otherCover = enrollment ? 'none' : (facts.otherCover ?? 'none')
  if (otherCover !== 'none') return undefined
  return assess(policy.table, { ...facts, otherCover }, enrollment?.paidOn ?? today)
}
