/** 带走了谁: everybody in an export is found by the audit page, nobody else is, and the chain covers who they were. */
import fc from 'fast-check'
import type { AuditEventFields, TakenFields } from '../../../cloudfunctions/_audit/auditRecord'
import { linkEvents } from '../../../cloudfunctions/_audit/linkEvents'
import { noteTaken, takenWith } from '../../../cloudfunctions/_audit/noteTaken'
import { verifyChain } from '../../../cloudfunctions/_audit/verifyChain'
import { checkChainOn } from '../../../cloudfunctions/_audit/checkChainOn'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import { startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

/** What a use case of a region's staff gets, as far as a look needs it; `now` is the instant of the look. */
function portsAt(now: string, region = 'lakeside'): StaffPorts {
  const staff = {
    staffId: 's-1',
    name: '样例',
    role: 'bureau',
    region,
    town: null,
    callerIndex: null,
  } as const
  const clock = { now: () => now, today: () => now.slice(0, 10) }
  const store = scopedStore(world.store, staff)
  return { ...world.service, store, clock, staff } as unknown as StaffPorts
}
const export_ = { action: 'formPrinted', object: 'forms/f-1' } as const
const at = (day: string) => `${day}T04:00:00.000Z`

const only = async () => {
  const { documents } = await world.store.find<TakenFields>('auditTaken', {
    where: {},
    sort: { field: 'at', order: 'ascending' },
    limit: 9,
  })
  const [taken] = documents
  if (!taken) throw new Error('nothing taken')
  return taken
}

test('whoever was in one of several exports of the month is found in it and in no other', async () => {
  const people = Array.from({ length: 12 }, (_none, index) => `resident-${index}`)
  const days = ['2030-10-20', '2030-10-21', '2030-11-02', '2030-11-20', '2030-11-21']
  const exported = fc.array(fc.record({ day: fc.constantFrom(...days), who: fc.subarray(people) }), {
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(exported, fc.integer(), async (exports, run) => {
      const region = `r${run}`
      for (const { day, who } of exports) await noteTaken(portsAt(at(day), region), export_, [...who, ...who])
      for (const person of people) {
        const found = await takenWith(portsAt(at('2030-11-20'), region), '2030-11-20', person)
        const wanted = exports.filter(
          ({ day, who }) => who.includes(person) && day >= '2030-10-21' && day <= '2030-11-20',
        )
        expect(found).toHaveLength(wanted.length)
      }
    }),
    { numRuns: 20 },
  )
})

test('of a form of ten thousand the chain gets one small event, and names nobody', async () => {
  const people = Array.from({ length: 10_000 }, (_none, index) => `resident-${index}`)
  await noteTaken(portsAt(at('2030-11-20')), export_, people)
  const { id, fields } = await only()
  expect(new Set(fields.marks).size).toBe(10_000)
  expect(JSON.stringify(fields)).not.toContain('resident-')
  const event = await world.store.get<AuditEventFields>('auditEvents', id)
  expect(event?.fields.details).toMatchObject({ people: 10_000 })
  expect(JSON.stringify(event).length).toBeLessThan(500)
  expect(await takenWith(portsAt(at('2030-11-20')), '2030-11-20', 'resident-9999')).toEqual([id])
})

test.each([
  ['somebody is taken out', ({ marks, ...rest }: TakenFields) => ({ ...rest, marks: marks.slice(1) })],
  [
    'somebody is put in',
    ({ marks, ...rest }: TakenFields) => ({ ...rest, marks: [...marks, 'f'.repeat(16)] }),
  ],
  ['it is said to be another time', (taken: TakenFields) => ({ ...taken, at: at('2030-01-01') })],
])('a list beside the chain that was changed is named by both walks: %s', async (_what, edit) => {
  await noteTaken(portsAt(at('2030-11-20')), export_, ['resident-1', 'resident-2'])
  await linkEvents(world.service)
  const now = world.service.clock.now()
  expect(await verifyChain(world.store, now)).toMatchObject({ kind: 'sound', events: 1 })
  const { id, revision, fields } = await only()
  await world.store.replace('auditTaken', id, revision, edit(fields))
  expect(await verifyChain(world.store, now)).toEqual({
    kind: 'broken',
    fault: { kind: 'takenEdited', seq: 1, event: id },
  })
  expect(await checkChainOn(world.service)).toBe(0)
})
