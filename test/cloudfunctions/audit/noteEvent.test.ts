import { openSqliteStore, type SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { noteEvent } from '../../../cloudfunctions/_audit/noteEvent'
import type { AuditEvent } from '../../../cloudfunctions/_ports/audit'
import { checkCharacter } from '../../../shared/identity/idNumber'

let store: SqliteStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const event: AuditEvent = {
  actor: `resident:${'a'.repeat(64)}`,
  action: 'orderOpened',
  object: 'orders/0123456789ABCDEFGHJK',
  at: '2030-11-20T04:00:00.000Z',
  details: { fen: 13000, region: 'rivertown', transaction: '4200001234203011201101051949' },
}
const note = (change: Partial<AuditEvent>) =>
  store.transaction((documents) => noteEvent(documents, 'e-1', { ...event, ...change }))

test('an event lands with its transaction, not yet linked; noted again it is the same event', async () => {
  await note({})
  await note({ action: 'somethingElse' })
  expect(await store.get('auditEvents', 'e-1')).toEqual({
    id: 'e-1',
    revision: 1,
    fields: { ...event, link: 0 },
  })
})

test('where the transaction fails there was no event', async () => {
  const failing = store.transaction(async (documents) => {
    await noteEvent(documents, 'e-1', event)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await store.get('auditEvents', 'e-1')).toBeUndefined()
})

const idNumber = '11010519491231002X'
const first17 = '62999919700101123'

test.each<[string, Partial<AuditEvent>]>([
  ['a name', { details: { name: '王样例' } }],
  ['a name in Latin letters', { details: { name: 'Wang Yangli' } }],
  ['an ID number', { details: { id: idNumber } }],
  ['an ID number with a small x', { details: { id: idNumber.toLowerCase() } }],
  ['an ID number among codes', { details: { key: `rivertown-${first17}${checkCharacter(first17)}/2031` } }],
  ['a phone number', { details: { phone: '13800138000' } }],
  ['an actor of another kind', { actor: '王样例' as AuditEvent['actor'] }],
  ['a resident by their ID number', { actor: `resident:${idNumber}` }],
  ['a document named by an ID number', { object: `claims/${idNumber}` }],
  ['a sentence as an action', { action: '退费' }],
  ['a name of a detail that is one', { details: { 王样例: 1 } }],
  ['a number that is none', { details: { fen: 1.5 } }],
  ['no instant', { at: 'yesterday' }],
])('%s is refused, nothing is written and the error does not repeat it', async (_, change) => {
  const noted = note(change)
  await expect(noted).rejects.toThrow(RangeError)
  await expect(noted).rejects.not.toThrow(/王样例|Wang|1101051949|62999919|138001/)
  expect(await store.get('auditEvents', 'e-1')).toBeUndefined()
})

test('digits inside an index or a longer number are chance', async () => {
  await note({ object: `claims/ab${idNumber}cd-2031`, details: { transaction: `42${first17}51234567` } })
  expect(await store.get('auditEvents', 'e-1')).toBeDefined()
})
