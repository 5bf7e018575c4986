import type { Log, LogLine } from '../../_ports/log'

const write = (level: 'info' | 'alarm', line: LogLine): void => {
  process.stdout.write(`${JSON.stringify({ level, at: new Date().toISOString(), ...line })}\n`)
}

/** One JSON object a line on standard output, as the cloud's log collects it. */
export const jsonLog: Log = {
  info: (line) => write('info', line),
  alarm: (line) => write('alarm', line),
}
