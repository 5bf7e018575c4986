import { mayMove, orderStates, orderTransitions, publicState } from '../../cloudfunctions/_orders/orderStates'
import { moveOrder, type OrderFields } from '../../cloudfunctions/_orders/orderRecord'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'

const order = (state: OrderFields['state']): OrderFields => ({
  state,
  callerIndex: 'c',
  requestIndex: 'r',
  claimId: 'k',
  residentId: 'resident-1',
  region: 'rivertown',
  coverageYear: 2031,
  fen: 1,
  tableHash: 'h',
  identity: null,
  coverageFrom: [],
  coverageTo: [],
  clauses: [],
  createdAt: '2030-11-20T04:00:00Z',
  expiresAt: '2030-11-20T04:30:00Z',
  paidAt: null,
  transactionId: null,
})

const pairs = orderStates.flatMap((from) => orderStates.map((to) => [from, to] as const))

test.each(pairs)('from %s to %s: along an edge, in place, or an error', async (from, to) => {
  const store = openSqliteStore(':memory:')
  await store.insert('orders', 'number', order(from))
  const move = store.transaction((documents) => moveOrder(documents, 'number', to))
  if (from === to || mayMove(from, to)) expect((await move).fields.state).toBe(to)
  else await expect(move).rejects.toThrow(`${from} to ${to}`)
  const after = await store.get('orders', 'number')
  expect(after?.fields.state).toBe(mayMove(from, to) ? to : from)
  store.close()
})

test('paid and late are terminal, and every state can be reached and shown', () => {
  expect(orderTransitions.paid).toEqual([])
  expect(orderTransitions.late).toEqual([])
  const reached = new Set(['created', ...Object.values(orderTransitions).flat()])
  expect([...reached].sort()).toEqual([...orderStates].sort())
  expect(Object.keys(publicState).sort()).toEqual([...orderStates].sort())
})
