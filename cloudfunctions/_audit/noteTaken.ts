/** 带走了谁: who stood in what somebody of the staff took along. */
import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import { actorOf, type AuditEvent } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import { endOfDay } from '../_ports/clock'
import { pagesOf } from '../_ports/pages'
import type { StaffPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import { hashOfTaken, type TakenFields } from './auditRecord'
import { noteEvent } from './noteEvent'

/**
 * Writes down that something with people in it is handed out, before it is: one event with how many they are, and beside it a mark of
 * each, bound to the event by its hash. A form of thousands stays one small event of the chain.
 */
export async function noteTaken(
  { store, staff, clock, cipher }: StaffPorts,
  {
    action,
    object,
    details = {},
  }: Pick<AuditEvent, 'action' | 'object'> & Partial<Pick<AuditEvent, 'details'>>,
  residentIds: readonly string[],
): Promise<void> {
  const at = clock.now()
  const marks = [...new Set(residentIds.map((residentId) => markOf(cipher, residentId)))].sort()
  const taken: TakenFields = { region: staff.region, at, marks }
  const id = `${action}-${cipher.randomId()}`
  await store.transaction(async (documents) => {
    await documents.insert('auditTaken', id, taken)
    await noteEvent(documents, id, {
      actor: actorOf(staff),
      action,
      object,
      at,
      details: { ...details, people: marks.length, list: hashOfTaken(taken) },
    })
  })
}

/** One-way and keyed, and short: 64 bits tell the residents of a country apart. */
const markOf = (cipher: Cipher, residentId: string): string => cipher.index('taken', residentId).slice(0, 16)

const daysBack = 31

/** The events of the days up to one, a month back, by which this person was taken along among others; the latest first. */
export async function takenWith(
  { store, cipher }: StaffPorts,
  day: CivilDay,
  residentId: string,
): Promise<string[]> {
  const mark = markOf(cipher, residentId)
  const found: string[] = []
  for await (const page of pagesOf<TakenFields>(store, 'auditTaken', {
    where: { at: { from: instantAt(addDays(day, 1 - daysBack), '00:00'), before: endOfDay(day) } },
    sort: { field: 'at', order: 'descending' },
    limit: 200,
  }))
    found.push(...page.filter(({ fields }) => fields.marks.includes(mark)).map(({ id }) => id))
  return found
}
