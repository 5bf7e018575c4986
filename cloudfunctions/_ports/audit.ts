/**
 * What an audit event (审计事件) says: who did what to which document, by codes and numbers, never by a name. It stands
 * for ever, so nothing about a person may be in it: its texts are codes of ASCII letters, digits and `_ - . : /`, and
 * none of them is an ID number or a phone number. What somebody wrote (a reason, a voucher's number) stays in the
 * document that the event is about.
 */
export interface AuditEvent {
  actor: AuditActor
  /** What happened, a code: `orderPaid`, `refundApproved`, … */
  action: string
  /** Which document it happened to. */
  object: `${string}/${string}`
  /** Instant, UTC. */
  at: string
  /** Codes, counts and sums (fen) worth keeping. */
  details: Readonly<Record<string, string | number>>
  /** The region of the member of staff who did it; a staff use case's own store says it by itself. */
  region?: string
}

/** Who did it: a resident by the caller's index, a member of staff by their id, WeChat Pay, or the service by itself. */
export type AuditActor = `resident:${string}` | `staff:${string}` | 'wechat' | 'service'

/** A member of staff as the audit log and every document that remembers who did something name them. */
export const actorOf = ({ staffId }: { staffId: string }): `staff:${string}` => `staff:${staffId}`
