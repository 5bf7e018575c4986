/**
 * Entering as a member of staff where the service is a demonstration on one's own machine. Anywhere else nobody answers: an
 * account is bound to a WeChat identity by an invitation.
 */
import type { Role } from '../../../shared/contracts/staff'

/** An account of the demonstration, as it is offered on the way in. */
export interface StaffToTry {
  staffId: string
  name: string
  role: Role
  placeName: string
  town: string | null
}

/** The accounts one may enter as; nothing where this is no demonstration. */
export async function staffToTry(): Promise<readonly StaffToTry[]> {
  if (process.env.TARO_ENV === 'weapp') return []
  const answer = await fetch('/local/staff', { credentials: 'same-origin' }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as StaffToTry[]) : []
}

/** Enters, and says whether that worked. */
export async function enterAs(staffId: string): Promise<boolean> {
  const answer = await fetch('/local/staff', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ staffId }),
  }).catch(() => undefined)
  return answer?.ok ?? false
}
