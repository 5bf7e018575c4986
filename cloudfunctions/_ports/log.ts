/** One line of the service's log: codes, counts and order numbers. Never a name, ID number, phone number or openid. */
export interface LogLine {
  event: string
  [detail: string]: string | number | boolean | readonly string[] | undefined
}

/** `alarm` is for lines a person must look at. */
export interface Log {
  info(line: LogLine): void
  alarm(line: LogLine): void
}
