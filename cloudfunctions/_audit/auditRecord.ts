/**
 * What the audit log stores: events as they happened (`auditEvents/<id>`), and the chain (审计链) that a job links them
 * into (`auditChain/<sequence>`), each link with the hash of the one before; the chain's head (链头) after each day; and who
 * stood in what somebody took along (`auditTaken/<event>`).
 */
import { createHash } from 'node:crypto'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { AuditEvent } from '../_ports/audit'
import { canonicalJson } from '../_ports/canonicalJson'
import type { Fields } from '../_ports/store'

export type AuditEventFields = {
  actor: string
  action: string
  object: string
  /** Instant, UTC. */
  at: string
  details: Record<string, string | number>
  /** Of what the staff of a region did; left out elsewhere. */
  region?: string
  /** The link it stands in; 0 until it is linked. */
  link: number
}

export type LinkFields = {
  /** From 1 on, without a gap. */
  seq: number
  /** Instant, UTC, of linking; never before the link before. */
  at: string
  /** The hash of the link before; empty for the first. */
  previous: string
  /** At most 50, oldest first. */
  events: { id: string; hash: string }[]
  /** SHA-256 over the canonical JSON of all the above. */
  hash: string
}

/** Where the chain stood when a civil day (Asia/Shanghai) was over. Kept elsewhere, it proves the chain up to there. */
export type HeadFields = {
  day: CivilDay
  /** The last link of that day. */
  seq: number
  hash: string
  /** How many events that day's links hold. */
  events: number
}

/** Who stood in an export, beside its event and bound to it by the hash that the event has as `list`. */
export type TakenFields = {
  region: string
  /** Instant, UTC, of the event. */
  at: string
  /** A mark each, in the marks' own order, which tells nothing of the export's. */
  marks: string[]
}

export const linkId = (seq: number): string => String(seq).padStart(10, '0')

/** As an event is stored before it is linked. */
export const unlinked = ({ details, ...event }: AuditEvent): AuditEventFields => ({
  ...event,
  details: { ...details },
  link: 0,
})

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Over everything but the number of its link, which it gets later. */
export const hashOfEvent = ({ link, ...event }: Fields): string => sha256(event)

export const hashOfTaken = (taken: Fields): string => sha256(taken)

/** Over everything but the hash itself. */
export const hashOfLink = ({ hash, ...link }: Fields): string => sha256(link)
