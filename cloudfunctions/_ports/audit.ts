/** What an audit event (审计事件) says: who did what to which document, by codes and numbers, never by a name. */
export interface AuditEvent {
  /** `resident:<index>`, `staff:<id>`, `wechat`, `service`. */
  actor: string
  /** What happened, a code: `orderPaid`, `refundApproved`, … */
  action: string
  /** `<collection>/<id>`. */
  object: string
  /** Instant, UTC. */
  at: string
  /** Codes, counts and sums (fen) worth keeping. */
  details: Readonly<Record<string, string | number>>
}
