/** The tables of a counter payment and of a town's day: every edge, and nothing beside them. */
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import {
  moveCounterPayment,
  type CounterPaymentFields,
} from '../../../cloudfunctions/_counter/counterPaymentRecord'
import {
  counterPaymentTransitions,
  type CounterPaymentEvent,
} from '../../../cloudfunctions/_counter/counterPaymentStates'
import { reversalStates, reversalTransitions } from '../../../cloudfunctions/_counter/reversalStates'
import { moveTownDay, type TownDayFields } from '../../../cloudfunctions/_counter/townDayRecord'
import { townDayTransitions, type TownDayEvent } from '../../../cloudfunctions/_counter/townDayStates'
import {
  isTerminal,
  stateAfter,
  statesOf,
  type Transitions,
} from '../../../cloudfunctions/_states/transitions'
import { counterPaymentState, type CounterPaymentState } from '../../../shared/contracts/counter'
import { reversalState } from '../../../shared/contracts/counterReversals'
import { townDayState, type TownDayState } from '../../../shared/contracts/townDay'

/** Every state with every event: what the tables allow, and what they do not. */
function pairsOf<State extends string, Event extends string>(table: Transitions<State, Event>) {
  const events = [...new Set(Object.values(table).flatMap((edges) => Object.keys(edges as object)))]
  return Object.keys(table).flatMap((state) =>
    events.map((event) => [state as State, event as Event] as const),
  )
}

test.each(pairsOf<CounterPaymentState, CounterPaymentEvent>(counterPaymentTransitions))(
  'a counter payment that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('counterPayments', 'c1', { state, residentId: 'r', coverageYear: 2031, fen: 1 })
    const expected = stateAfter<CounterPaymentState, CounterPaymentEvent>(
      counterPaymentTransitions,
      state,
      event,
    )
    const step = { event, actor: 'service', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<CounterPaymentFields>('counterPayments', 'c1')
      return standing && moveCounterPayment(documents, standing, step)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('counterPayments', 'c1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', 'counter-c1-2')
    expect(noted?.fields.object).toBe(expected && 'counterPayments/c1')
    store.close()
  },
)

test.each(pairsOf<TownDayState, TownDayEvent>(townDayTransitions))(
  'a town’s day that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('townDays', 'd1', {
      state,
      date: '2030-11-20',
      payments: 1,
      fen: 1,
      reversedFen: 0,
      deposits: [],
    })
    const expected = stateAfter<TownDayState, TownDayEvent>(townDayTransitions, state, event)
    const step = { event, actor: 'service', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<TownDayFields>('townDays', 'd1')
      return standing && moveTownDay(documents, standing, step)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('townDays', 'd1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', 'townDay-d1-2')
    expect(noted?.fields.object).toBe(expected && 'townDays/d1')
    store.close()
  },
)

test('every state is one that the contracts know, and only a confirmed day, money that went back and a decided reversal are an end', () => {
  expect(statesOf(counterPaymentTransitions)).toEqual(counterPaymentState.options)
  expect(statesOf(townDayTransitions)).toEqual(townDayState.options)
  expect(reversalStates).toEqual(reversalState.options)
  expect(reversalStates.filter((state) => !isTerminal(reversalTransitions, state))).toEqual(['asked'])
  expect(
    statesOf<CounterPaymentState>(counterPaymentTransitions).filter((state) =>
      isTerminal(counterPaymentTransitions, state),
    ),
  ).toEqual(['refunded'])
  expect(
    statesOf<TownDayState>(townDayTransitions).filter((state) => isTerminal(townDayTransitions, state)),
  ).toEqual(['confirmed'])
})
