const offsetMs = 8 * 3600 * 1000

/** An instant as WeChat writes it: RFC 3339 to the second, at +08:00. @throws RangeError if it is no instant. */
export function beijingTime(instant: string): string {
  return `${new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 19)}+08:00`
}
