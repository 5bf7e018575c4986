import { policiesOf } from '../_policies/policiesOf'
import type { ServicePorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'

/**
 * How somebody came to be enrolled (参保方式): paid on the phone, paid at a counter or bank and entered by a clerk, paid on behalf
 * without tax collection (免征代缴), or taken over from a roster that says no more.
 */
export type EnrollmentWay = 'wechat' | 'counter' | 'onBehalf' | 'roster'

/** 参保记录: one resident, one coverage year. Written by a settled order, or taken over from a roster. */
export type EnrollmentFields = {
  residentId: string
  region: string
  /** The resident's part of the county: `partitionOf` the resident. */
  partition: string
  coverageYear: number
  way: EnrollmentWay
  /** The identity whose subsidy was used, `none`, or null where a roster does not say. */
  identity: string | null
  paidFen: number | null
  /** Instant, UTC; null where a roster only knows the day. */
  paidAt: string | null
  paidOn: string | null
  /** The readings of the text as frozen at order time, the safest first; empty: not stated. */
  coverageFrom: string[]
  coverageTo: string[]
  orderNumber: string | null
  /** The counter payment that proves it (`counterPayments/<id>`); left out where none does. */
  counterPayment?: string
  /** Instant, UTC: the fee went back, so this is no enrollment any more. Null while it is one. */
  withdrawnAt: string | null
}

/** The identity whose subsidy was used; undefined where none was, or a roster does not say. */
export const usedIdentity = ({ identity }: EnrollmentFields): string | undefined =>
  identity === null || identity === 'none' ? undefined : identity

/** 待税务确认: the resident says the fee was paid at an official channel. It counts for nothing until confirmed. */
export type PaidElsewhereFields = { channel: string; reportedAt: string; callerIndex: string }

/** Under which id everything lies that there is once for a resident and a coverage year. */
export const yearId = (residentId: string, coverageYear: number): string => `${residentId}-${coverageYear}`

/** The enrollment that stands; one whose fee went back is none. */
export async function enrollmentOf(
  { store }: ServicePorts,
  residentId: string,
  coverageYear: number,
): Promise<Stored<EnrollmentFields> | undefined> {
  const enrollment = await store.get<EnrollmentFields>('enrollments', yearId(residentId, coverageYear))
  return enrollment && stands(enrollment) ? enrollment : undefined
}

/** Whether it counts: its fee has not gone back. */
export const stands = ({ fields }: Stored<EnrollmentFields>): boolean => fields.withdrawnAt === null

/** What the resident says was paid at an official channel for a year. */
export const reportOf = (
  { store }: ServicePorts,
  residentId: string,
  coverageYear: number,
): Promise<Stored<PaidElsewhereFields> | undefined> =>
  store.get<PaidElsewhereFields>('paidElsewhere', yearId(residentId, coverageYear))

const yearsBack = 6

/** The coverage years worth looking at: those of this place's tables and the few before them, latest first. */
export function yearsOf({ policies }: ServicePorts, region: string): number[] {
  const years = policiesOf(policies, region).map(({ coverageYear }) => coverageYear)
  const before = years.flatMap((year) => Array.from({ length: yearsBack }, (_, i) => year - i - 1))
  return [...new Set([...years, ...before])].sort((a, b) => b - a)
}
