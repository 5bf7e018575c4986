/** 审计: who of this region's staff did what and looked at whom; that somebody looked at this is an event itself. */
import type { CivilDay } from '../../shared/rules/civilDay'
import { ListAudit, type AuditShown, type ChainShown } from '../../shared/contracts/listAudit'
import type { RequestOf } from '../../shared/contracts/contract'
import type { AuditEventFields } from '../_audit/auditRecord'
import { chainCheckOf } from '../_audit/checkChainOn'
import { headOf } from '../_audit/dayHeads'
import { noteLook } from '../_audit/noteLook'
import { isAmong, withoutPeople } from '../_audit/notePeopleSeen'
import { takenWith } from '../_audit/noteTaken'
import { actorOf } from '../_ports/audit'
import { endOfDay } from '../_ports/clock'
import { pagesOf } from '../_ports/pages'
import type { StaffPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import type { Page, Query, Stored } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import { accountOf } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 50

export const listAudit = staffUseCase(ListAudit, ['bureau', 'auditor'], async (request, ports) => {
  // The log of a region has every town in it.
  if (ports.staff.town !== null) return refuse('notAllowed')
  const { person, actor = ports.staff.staffId } = request
  await noteLook(
    ports,
    'auditListed',
    {},
    person === undefined ? `staffAccounts/${actor}` : `residents/${person}`,
  )
  const page = await eventsOf(ports, request)
  const events = [
    ...page.documents,
    ...(await listsWith(ports, request)),
    ...(await exportsWith(ports, request)),
  ]
  const names = await namesOf(ports, events)
  return done({
    events: events.map((event) => shown(event, names)).sort((a, b) => (a.at < b.at ? 1 : -1)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    chain: await chainNow(ports),
  })
})

function eventsOf(
  { store }: StaffPorts,
  { day, actor, person, cursor }: RequestOf<typeof ListAudit>,
): Promise<Page<AuditEventFields>> {
  const until = { before: endOfDay(day) }
  const where: Query['where'] = {
    at: person === undefined ? { from: startOf(day), ...until } : until,
    ...byActor(actor),
    ...(person === undefined ? {} : { object: `residents/${person}` }),
  }
  const more = cursor === undefined ? {} : { cursor }
  return store.find('auditEvents', { where, ...latestFirst, limit: pageSize, ...more })
}

const byActor = (actor: string | undefined): Query['where'] =>
  actor === undefined ? {} : { actor: actorOf({ staffId: actor }) }

const latestFirst = { sort: { field: 'at', order: 'descending' } } as const
const startOf = (day: CivilDay): string => instantAt(day, '00:00')

/** The lists of one day on which somebody stood. A look at a list says who was on it, and is found by its day. */
async function listsWith(
  { store }: StaffPorts,
  { day, actor, person, cursor }: RequestOf<typeof ListAudit>,
): Promise<Stored<AuditEventFields>[]> {
  if (person === undefined || cursor !== undefined) return []
  const found: Stored<AuditEventFields>[] = []
  for await (const page of pagesOf<AuditEventFields>(store, 'auditEvents', {
    where: { at: { from: startOf(day), before: endOfDay(day) }, ...byActor(actor) },
    ...latestFirst,
    limit: 500,
  }))
    found.push(...page.filter(({ fields }) => isAmong(fields.details, person)))
  return found
}

/** What somebody was taken along in, in the month up to the day. */
async function exportsWith(
  ports: StaffPorts,
  { day, actor, person, cursor }: RequestOf<typeof ListAudit>,
): Promise<Stored<AuditEventFields>[]> {
  if (person === undefined || cursor !== undefined) return []
  const ids = await takenWith(ports, day, person)
  const events = await Promise.all(ids.map((id) => ports.store.get<AuditEventFields>('auditEvents', id)))
  const isAsked = ({ fields }: Stored<AuditEventFields>): boolean =>
    actor === undefined || fields.actor === actorOf({ staffId: actor })
  return events.filter((event) => event !== undefined).filter(isAsked)
}

const staffIdIn = (actor: string): string => actor.replace(/^staff:/, '')

async function namesOf(
  { store }: StaffPorts,
  events: readonly Stored<AuditEventFields>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.map(({ fields }) => staffIdIn(fields.actor)))]
  const accounts = await Promise.all(ids.map((id) => accountOf(store, id)))
  return new Map(ids.map((id, index) => [id, accounts[index]?.fields.name ?? id]))
}

function shown({ fields }: Stored<AuditEventFields>, names: ReadonlyMap<string, string>): AuditShown {
  const { at, actor, action, object, details, link } = fields
  const staffId = staffIdIn(actor)
  const staffName = names.get(staffId) ?? staffId
  const told = withoutPeople(details)
  return { at, staffId, staffName, action, object, details: told, link: link === 0 ? null : link }
}

async function chainNow({ store, clock }: StaffPorts): Promise<ChainShown> {
  const check = await chainCheckOf(store)
  const head = await headOf(store, clock.today())
  return {
    checked: check ? { seq: check.seq, at: check.at } : null,
    fault: check?.fault ?? null,
    head: head ?? null,
  }
}
