/** An attack on who exists (payments.md, attack list): ID numbers tried out by the thousand, from many sessions at once. */
import { checkCharacter } from '../../shared/identity/idNumber'
import { phoneAt, startTarget, type Target } from './target'

let target: Target
beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.stop())

/** A hundred make the ten thousand probes of the list; four of them show the same in a twenty-fifth of the time. */
const callers = Number(process.env.PROBING_CALLERS ?? 4)
const probesPerCaller = 100

test('probes by the hundred from each of several callers: each caller is stopped after a few, and a hit looks like nothing special before', async () => {
  const { origin, ports } = target.service
  const victim = await target.addPerson()
  const { missesPerCaller } = ports.settings.limits
  const answers = new Map<string, number>()
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const phone = phoneAt(origin)
      for (let probe = 0; probe < probesPerCaller; probe += 1) {
        const idNumber = probe === 0 ? victim.idNumber : numberOf(caller * probesPerCaller + probe)
        const { text } = await phone.raw('identify', {
          region: 'shandan',
          name: '李猜测',
          idNumber,
          relation: 'other',
          consent: 'person-1',
        })
        answers.set(text, (answers.get(text) ?? 0) + 1)
      }
    }),
  )
  const notRecognised = answers.get(JSON.stringify({ kind: 'refused', refusal: 'notRecognised' })) ?? 0
  const tooMany = answers.get(JSON.stringify({ kind: 'refused', refusal: 'tooMany' })) ?? 0
  // Not one answer differs from these two, also for the number that exists.
  expect(notRecognised + tooMany).toBe(callers * probesPerCaller)
  expect(notRecognised).toBeLessThanOrEqual(callers * missesPerCaller.atMost)
  expect(tooMany).toBeGreaterThan(callers * probesPerCaller * 0.8)
}, 120_000)

function numberOf(serial: number): string {
  const day = new Date(Date.UTC(1960, 0, 1 + Math.floor(serial / 1000))).toISOString().slice(0, 10)
  const first17 = `629997${day.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}
