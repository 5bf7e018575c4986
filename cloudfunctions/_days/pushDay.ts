/** Sends a day's collection detail: the same content is the same version again, other content is the next one. */
import { createHash } from 'node:crypto'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { JobPorts } from '../_ports/ports'
import { collectionDetail, type CollectionDetail } from './collectionDetail'
import type { Day } from './dayRecord'
import { detailFile } from './detailFile'
import { pushDue, type PushDue } from './pushDue'
import { pushId, pushOf, type Push, type PushFields, type PushReceipt } from './pushRecord'

/** A version that was handed over. */
export interface Pushed {
  push: Push
  /** Ledger entries of the day as this version was made or found again. */
  counted: number
}

interface Made {
  push: Push
  content: string
}

/**
 * Makes or finds the version that says what the ledger says now, hands it to every department that has not answered yet, and
 * notes their answers. Undefined where this county has no department to send to.
 */
export async function pushDay(
  ports: JobPorts,
  { fields: { region, date, version } }: Day,
  reconciled: boolean,
): Promise<Pushed | undefined> {
  if (ports.deliveries.departmentsOf(region).length === 0) return undefined
  const detail = await collectionDetail(ports, region, date)
  const push = await handOver(ports, await standingOrNext(ports, detail, version, reconciled))
  return { push, counted: detail.counted }
}

/** A version whose making was not noted on the day (we were stopped in between) is found by its number. */
async function standingOrNext(
  ports: JobPorts,
  detail: CollectionDetail,
  noted: number,
  reconciled: boolean,
): Promise<Made> {
  const { region, date } = detail
  const due = pushDue(ports, region, date)
  const standing = await latestPush(ports, region, date, noted)
  if (!standing) return makeVersion(ports, detail, due, 1, reconciled)
  const { version, sha256 } = standing.fields
  const content = contentOf(detail, due, version, reconciled)
  return hashOf(content) === sha256
    ? { push: standing, content }
    : makeVersion(ports, detail, due, version + 1, reconciled)
}

async function latestPush(
  { store }: JobPorts,
  region: string,
  date: CivilDay,
  noted: number,
): Promise<Push | undefined> {
  let latest = noted > 0 ? await pushOf(store, region, date, noted) : undefined
  for (;;) {
    const next = await pushOf(store, region, date, (latest?.fields.version ?? 0) + 1)
    if (!next) return latest
    latest = next
  }
}

async function makeVersion(
  ports: JobPorts,
  detail: CollectionDetail,
  due: PushDue,
  version: number,
  reconciled: boolean,
): Promise<Made> {
  const { region, date, rows, fen, counted, readAt } = detail
  const content = contentOf(detail, due, version, reconciled)
  const id = pushId(region, date, version)
  const waiting: PushReceipt = { state: 'pending', at: null }
  const fields: PushFields = {
    region,
    date,
    version,
    reconciled,
    fileName: `${id}.csv`,
    sha256: hashOf(content),
    rows: rows.length,
    fen,
    counted,
    readAt,
    dueBy: due.by,
    madeAt: ports.clock.now(),
    departments: Object.fromEntries(
      ports.deliveries.departmentsOf(region).map((department) => [department, waiting]),
    ),
  }
  const made = await ports.store.insert('pushes', id, fields)
  // Another round was faster: what it made is the standing version now.
  return made === 'inserted'
    ? { push: { id, revision: 1, fields }, content }
    : standingOrNext(ports, detail, version, reconciled)
}

const contentOf = (
  detail: CollectionDetail,
  { placeName, time, clause }: PushDue,
  version: number,
  reconciled: boolean,
): string => detailFile(detail, { placeName, version, reconciled, due: { time, clause } })

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** A department that refused is not asked again: a person must look. */
async function handOver(ports: JobPorts, { push, content }: Made): Promise<Push> {
  const { region, fileName, sha256 } = push.fields
  const departments = { ...push.fields.departments }
  for (const [department, { state }] of Object.entries(departments)) {
    if (state !== 'pending') continue
    const answer = await ports.deliveries.deliver({ region, department, fileName, content, sha256 })
    if (answer !== 'unknown') departments[department] = { state: answer, at: ports.clock.now() }
    if (answer === 'refused') ports.log.alarm({ event: 'pushRefused', department, fileName })
  }
  const fields: PushFields = { ...push.fields, departments }
  await ports.store.replace('pushes', push.id, push.revision, fields)
  return { ...push, revision: push.revision + 1, fields }
}
