import type { LogLine } from '../../../cloudfunctions/_ports/log'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import { runDueJobs } from '../../../cloudfunctions/jobs/runDueJobs'

test('a job that fails raises an alarm that names it, and does not stop the others', async () => {
  const alarms: LogLine[] = []
  const log = { info: () => undefined, alarm: (line: LogLine) => void alarms.push(line) }
  const ports = { log } as Partial<JobPorts> as JobPorts
  const failing = () => Promise.reject(new Error('a message that may quote a person'))
  const answers = await runDueJobs(ports, [
    { name: 'first', run: failing },
    { name: 'second', run: async () => 2 },
  ])
  expect(answers).toEqual({ second: 2 })
  expect(alarms).toEqual([expect.objectContaining({ event: 'jobFailed', job: 'first', error: 'Error' })])
  expect(JSON.stringify(alarms)).not.toContain('quote a person')
})
