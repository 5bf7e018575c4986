/** The local service's clock jumps over days: they pass all the same, and their files lie in a folder a department. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalService } from '../../../cloudfunctions/_local/startLocalService'
import { runDueJobs } from '../../../cloudfunctions/jobs/runDueJobs'
import { freePort } from '../../freePort'
import { paymentKeys } from '../../paymentKeys'

test('days that are jumped over are balanced and sent, each by the time its notice states', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local days '))
  const service = await startLocalService({
    port: await freePort(),
    today: '2023-11-20',
    residents: 20,
    folder,
    client: folder,
    paymentKeys: paymentKeys(),
  })
  await runDueJobs(service.ports)
  service.clock.setDay('2023-11-23')
  await runDueJobs(service.ports)
  const names = ['bureau', 'finance'].map((department) => readdirSync(join(folder, 'pushes', department)))
  const file = readFileSync(join(folder, 'pushes/bureau/shandan-2023-11-20-v1.csv'), 'utf8')
  await service.stop()
  rmSync(folder, { recursive: true })
  expect(names[0]?.slice(0, 2)).toEqual(['shandan-2023-11-20-v1.csv', 'shandan-2023-11-21-v1.csv'])
  expect(names[1]).toEqual(names[0])
  expect(file).toContain('应推送时刻,次日 16:00,依据 六(二)\r\n')
})
