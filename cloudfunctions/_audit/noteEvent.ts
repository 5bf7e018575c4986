import { readIdNumber } from '../../shared/identity/idNumber'
import type { AuditEvent } from '../_ports/audit'
import type { Documents } from '../_ports/store'
import { unlinked } from './auditRecord'

/**
 * Writes an event inside the transaction it tells of: both land or neither. The id says what makes it one event
 * (`paid-<transaction>`), so writing it again changes nothing.
 * @throws RangeError where it holds anything but codes and numbers: it could be somebody's name, and it stays for ever.
 */
export async function noteEvent(documents: Documents, id: string, event: AuditEvent): Promise<void> {
  checkEvent(event)
  await documents.insert('auditEvents', id, unlinked(event))
}

const actorForm = /^(wechat|service|(resident|staff):[\w-]{1,64})$/
const codeForm = /^[A-Za-z][A-Za-z0-9]{0,63}$/
const objectForm = /^[A-Za-z][\w-]{0,31}\/[\w.:-]{1,200}$/
const textForm = /^[\w.:/-]{0,100}$/

function checkEvent({ actor, action, object, at, details }: AuditEvent): void {
  const values = Object.values(details)
  const texts = [actor, object, ...values.filter((value) => typeof value === 'string')]
  const sound =
    actorForm.test(actor) &&
    codeForm.test(action) &&
    objectForm.test(object) &&
    Object.keys(details).every((name) => codeForm.test(name)) &&
    values.every((value) =>
      typeof value === 'string' ? textForm.test(value) : Number.isSafeInteger(value),
    ) &&
    !texts.some(namesSomebody) &&
    !Number.isNaN(Date.parse(at))
  // The message names the action only: the rest may be what must not be said.
  if (!sound)
    throw new RangeError(`audit event ${codeForm.test(action) ? action : ''}: codes and numbers only`)
}

/** Standing alone, not inside a longer number or a hash, where the same digits are chance. */
const idNumber = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g
const phoneNumber = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/
const lastOfDays = '9999-12-31'

const namesSomebody = (text: string): boolean =>
  phoneNumber.test(text) ||
  (text.match(idNumber) ?? []).some((digits) => readIdNumber(digits, lastOfDays).kind === 'valid')
