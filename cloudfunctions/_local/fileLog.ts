import { appendFileSync } from 'node:fs'
import type { Log, LogLine } from '../_ports/log'

/** One JSON object a line in a file; alarms are also shown. */
export function fileLog(file: string): Log {
  const write = (level: 'info' | 'alarm', line: LogLine): string => {
    const text = `${JSON.stringify({ level, at: new Date().toISOString(), ...line })}\n`
    appendFileSync(file, text)
    return text
  }
  return {
    info: (line) => void write('info', line),
    alarm: (line) => void process.stderr.write(write('alarm', line)),
  }
}
