import {
  accountState,
  invitationState,
  type AccountState,
  type InvitationState,
} from '../../shared/contracts/staffAccounts'
import {
  accountTransitions,
  invitationTransitions,
  type AccountEvent,
  type InvitationEvent,
} from '../../cloudfunctions/_staff/accountStates'
import { invitationOf, moveInvitation } from '../../cloudfunctions/_staff/invitationRecord'
import { accountOf, moveAccount } from '../../cloudfunctions/_staff/staffAccount'
import { duplicateState, type DuplicateState } from '../../shared/contracts/duplicates'
import { duplicateOf, moveDuplicate } from '../../cloudfunctions/_duplicates/duplicateRecord'
import { duplicateTransitions, type DuplicateEvent } from '../../cloudfunctions/_duplicates/duplicateStates'
import { plainAccount } from './world/plainAccount'
import { moveOrder, type OrderFields } from '../../cloudfunctions/_orders/orderRecord'
import { orderStates, orderTransitions, publicState } from '../../cloudfunctions/_orders/orderStates'
import type { OrderEvent, OrderState } from '../../cloudfunctions/_orders/orderStates'
import { moveImport, type ImportFields } from '../../cloudfunctions/_imports/importRecord'
import { importTransitions, type ImportEvent } from '../../cloudfunctions/_imports/importStates'
import { moveForm, type FormFields } from '../../cloudfunctions/_forms/formRecord'
import { formTransitions, type FormEvent } from '../../cloudfunctions/_forms/formStates'
import { formState } from '../../shared/contracts/forms'
import { dayStates, dayTransitions } from '../../cloudfunctions/_days/dayStates'
import { moveFinding, type FindingFields } from '../../cloudfunctions/_match/findingRecord'
import { moveMatch, nothingFound, type MatchFields } from '../../cloudfunctions/_match/matchRecord'
import {
  findingTransitions,
  matchTransitions,
  type FindingEvent,
  type MatchEvent,
} from '../../cloudfunctions/_match/matchStates'
import { findingState, matchState } from '../../shared/contracts/match'
import { moveRefund, type RefundFields } from '../../cloudfunctions/_refunds/refundRecord'
import { refundStates, refundTransitions, type RefundEvent } from '../../cloudfunctions/_refunds/refundStates'
import { moveComplaint, type ComplaintFields } from '../../cloudfunctions/_complaints/complaintRecord'
import { complaintTransitions, type ComplaintEvent } from '../../cloudfunctions/_complaints/complaintStates'
import { complaintState } from '../../shared/contracts/complaint'
import { moveProof, type ProofFields } from '../../cloudfunctions/_proofs/proofRecord'
import { proofTransitions, type ProofEvent } from '../../cloudfunctions/_proofs/proofStates'
import { moveSpecialNote, type SpecialNoteFields } from '../../cloudfunctions/_progress/specialNoteRecord'
import {
  specialNoteTransitions,
  type SpecialNoteEvent,
} from '../../cloudfunctions/_progress/specialNoteStates'
import { moveReminder, type ReminderFields } from '../../cloudfunctions/_reminders/reminderRecord'
import { reminderTransitions, type ReminderEvent } from '../../cloudfunctions/_reminders/reminderStates'
import { isTerminal, stateAfter, statesOf, type Transitions } from '../../cloudfunctions/_states/transitions'
import { proofState } from '../../shared/contracts/proof'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'

const eventsOf = (table: Transitions<string, string>) => [
  ...new Set(Object.values(table).flatMap(Object.keys)),
]

/** Every state with every event: what the tables allow, and what they do not. */
const pairsOf = <State extends string, Event extends string>(table: Transitions<State, Event>) =>
  Object.keys(table).flatMap((state) =>
    eventsOf(table).map((event) => [state as State, event as Event] as const),
  )

const order = (state: OrderState): OrderFields => ({
  state,
  callerIndex: 'c',
  requestIndex: 'r',
  region: 'rivertown',
  coverageYear: 2031,
  fen: 1,
  tableHash: 'h',
  lines: [],
  createdAt: '2030-11-20T04:00:00Z',
  expiresAt: '2030-11-20T04:30:00Z',
  paidAt: null,
  transactionId: null,
  reservedFen: 0,
  refundedFen: 0,
})

test.each(pairsOf<OrderState, OrderEvent>(orderTransitions))(
  'an order that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('orders', 'number', order(state))
    const expected = stateAfter<OrderState, OrderEvent>(orderTransitions, state, event)
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<OrderFields>('orders', 'number')
      return standing && moveOrder(documents, standing, event)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('orders', 'number'))?.fields.state).toBe(expected ?? state)
    store.close()
  },
)

test.each(pairsOf<RefundFields['state'], RefundEvent>(refundTransitions))(
  'a refund that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('refunds', 'number', { state, orderNumber: 'number', fen: 1 })
    const expected = stateAfter<RefundFields['state'], RefundEvent>(refundTransitions, state, event)
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<RefundFields>('refunds', 'number')
      const changedAt = '2030-11-20T04:00:00Z'
      return standing && moveRefund(documents, standing, { event, actor: 'service' }, { changedAt })
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('refunds', 'number'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `refund-number-${event}`)
    expect(noted?.fields.object).toBe(expected && 'refunds/number')
    store.close()
  },
)

test.each(pairsOf<ProofFields['state'], ProofEvent>(proofTransitions))(
  'a proof that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('proofs', 'p1', { state, residentId: 'r', paper: 'idCard', reason: null })
    const expected = stateAfter<ProofFields['state'], ProofEvent>(proofTransitions, state, event)
    const step = { event, actor: 'service', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<ProofFields>('proofs', 'p1')
      return standing && moveProof(documents, standing, step)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('proofs', 'p1'))?.fields.state).toBe(expected ?? state)
    const { documents } = await store.find('auditEvents', {
      where: { object: 'proofs/p1' },
      sort: { field: 'at', order: 'ascending' },
      limit: 9,
    })
    expect(documents).toHaveLength(expected ? 1 : 0)
    store.close()
  },
)

test.each(pairsOf<ComplaintFields['state'], ComplaintEvent>(complaintTransitions))(
  'a complaint that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('complaints', 'c1', { state, kind: 'money', desk: 'tax' })
    const expected = stateAfter<ComplaintFields['state'], ComplaintEvent>(complaintTransitions, state, event)
    const step = { event, actor: 'service', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<ComplaintFields>('complaints', 'c1')
      return standing && moveComplaint(documents, standing, step)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('complaints', 'c1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', 'complaint-c1-2')
    expect(noted?.fields.object).toBe(expected && 'complaints/c1')
    store.close()
  },
)

test.each(pairsOf<ReminderFields['state'], ReminderEvent>(reminderTransitions))(
  'a reminder that is %s, on %s: along an edge, or an error and nothing written; at an end nobody is known any more',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('reminders', 'r1', { state, open: true, sealedTo: 'sealed' })
    const expected = stateAfter<ReminderFields['state'], ReminderEvent>(reminderTransitions, state, event)
    const standing = await store.get<ReminderFields>('reminders', 'r1')
    if (!standing) throw new Error('not written')
    const move = async () => moveReminder(store, standing, event, { changedAt: '2030-11-20T04:00:00Z' })
    if (expected) expect((await move())?.fields.state).toBe(expected)
    else await expect(move()).rejects.toThrow(`${event} in ${state}`)
    const after = await store.get<ReminderFields>('reminders', 'r1')
    const isOver = expected !== undefined && isTerminal(reminderTransitions, expected)
    expect(after?.fields).toMatchObject({ state: expected ?? state, sealedTo: isOver ? null : 'sealed' })
    store.close()
  },
)

test.each(pairsOf<ImportFields['state'], ImportEvent>(importTransitions))(
  'an import that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    const counts = { added: 0, changed: 0, same: 0, rejected: 0 }
    await store.insert('imports', 'one', { state, kind: 'health', rows: 1, counts })
    const expected = stateAfter<ImportFields['state'], ImportEvent>(importTransitions, state, event)
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<ImportFields>('imports', 'one')
      const changedAt = '2030-11-20T04:00:00Z'
      return standing && moveImport(documents, standing, { event, by: 'bureau-1' }, { changedAt })
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('imports', 'one'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `import-one-${event}-2`)
    expect(noted?.fields.object).toBe(expected && 'imports/one')
    store.close()
  },
)

test.each(pairsOf<SpecialNoteFields['state'], SpecialNoteEvent>(specialNoteTransitions))(
  'a note on somebody of a special group that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('specialNotes', 'n1', { state, residentId: 'r', coverageYear: 2031, group: 'other' })
    const expected = stateAfter<SpecialNoteFields['state'], SpecialNoteEvent>(
      specialNoteTransitions,
      state,
      event,
    )
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<SpecialNoteFields>('specialNotes', 'n1')
      const changedAt = '2030-11-20T04:00:00Z'
      return standing && moveSpecialNote(documents, standing, { event, staffId: 'bureau-1' }, { changedAt })
    })
    if (expected) expect(await move).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('specialNotes', 'n1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', 'specialNote-n1-2')
    expect(noted?.fields.object).toBe(expected && 'specialNotes/n1')
    store.close()
  },
)

test.each(pairsOf<AccountState, AccountEvent>(accountTransitions))(
  'a staff account that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('staffAccounts', 'a1', plainAccount('clerk', 'lakeside', { state }))
    const expected = stateAfter<AccountState, AccountEvent>(accountTransitions, state, event)
    const step = { event, actor: 'staff:b1', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await accountOf(documents, 'a1')
      return standing && moveAccount(documents, standing, step)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await accountOf(store, 'a1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `account-a1-${event}-1`)
    expect(noted?.fields.object).toBe(expected && 'staffAccounts/a1')
    store.close()
  },
)

test.each(pairsOf<InvitationState, InvitationEvent>(invitationTransitions))(
  'an invitation that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('staffInvitations', 'i1', { state, staffId: 'a1', region: 'lakeside' })
    const expected = stateAfter<InvitationState, InvitationEvent>(invitationTransitions, state, event)
    const step = { event, actor: 'staff:b1', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await invitationOf(documents, 'i1')
      if (standing) await moveInvitation(documents, standing, step)
    })
    if (expected) await move
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await invitationOf(store, 'i1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `invitation-i1-${event}`)
    expect(noted?.fields.object).toBe(expected && 'staffAccounts/a1')
    store.close()
  },
)

test.each(pairsOf<FormFields['state'], FormEvent>(formTransitions))(
  'a form that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('forms', 'f1', { state, form: 'subsidyRoster', coverageYear: 2031, people: 1 })
    const expected = stateAfter<FormFields['state'], FormEvent>(formTransitions, state, event)
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<FormFields>('forms', 'f1')
      const changedAt = '2030-11-20T04:00:00Z'
      return standing && moveForm(documents, standing, { event, actor: 'service' }, { changedAt })
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('forms', 'f1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `form-f1-${event}`)
    expect(noted?.fields.object).toBe(expected && 'forms/f1')
    store.close()
  },
)

test.each(pairsOf<DuplicateState, DuplicateEvent>(duplicateTransitions))(
  'a pair of like records that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('duplicates', 'd1', { state, people: ['one', 'other'], keep: null })
    const expected = stateAfter<DuplicateState, DuplicateEvent>(duplicateTransitions, state, event)
    const step = { event, actor: 'staff:b1', at: '2030-11-20T04:00:00Z' } as const
    const move = store.transaction(async (documents) => {
      const standing = await duplicateOf(documents, 'd1')
      return standing && moveDuplicate(documents, standing, step)
    })
    if (expected) expect(await move).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await duplicateOf(store, 'd1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', 'duplicate-d1-2')
    expect(noted?.fields.object).toBe(expected && 'duplicates/d1')
    store.close()
  },
)

test.each(pairsOf<MatchFields['state'], MatchEvent>(matchTransitions))(
  'a match that is %s, on %s: along an edge, or an error and nothing written',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('matches', 'm1', { state, people: 0, concerned: 0, found: nothingFound })
    const expected = stateAfter<MatchFields['state'], MatchEvent>(matchTransitions, state, event)
    const step = { event, actor: 'service' } as const
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<MatchFields>('matches', 'm1')
      return standing && moveMatch(documents, standing, step, { changedAt: '2030-11-20T04:00:00Z' })
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    expect((await store.get('matches', 'm1'))?.fields.state).toBe(expected ?? state)
    const noted = await store.get('auditEvents', `match-m1-${event}`)
    expect(noted?.fields.object).toBe(expected && 'matches/m1')
    store.close()
  },
)

test.each(pairsOf<FindingFields['state'], FindingEvent>(findingTransitions))(
  'a finding that is %s, on %s: along an edge, or an error and nothing written; it waits until it is decided',
  async (state, event) => {
    const store = openSqliteStore(':memory:')
    await store.insert('matchFindings', 'f1', { state, open: true })
    const expected = stateAfter<FindingFields['state'], FindingEvent>(findingTransitions, state, event)
    const move = store.transaction(async (documents) => {
      const standing = await documents.get<FindingFields>('matchFindings', 'f1')
      return standing && moveFinding(documents, standing, event)
    })
    if (expected) expect((await move)?.fields.state).toBe(expected)
    else await expect(move).rejects.toThrow(`${event} in ${state}`)
    const open = expected === undefined || expected === 'putOff'
    expect((await store.get('matchFindings', 'f1'))?.fields).toEqual({ state: expected ?? state, open })
    store.close()
  },
)

test.each([
  ['order', orderTransitions, ['created'], ['paid', 'late']],
  ['refund', refundTransitions, ['requested', 'due'], ['succeeded', 'confirmed', 'rejected']],
  ['day', dayTransitions, ['open'], []],
  ['form', formTransitions, ['gathering'], ['cleared']],
  ['match', matchTransitions, ['begun'], ['done']],
  ['finding', findingTransitions, ['open'], ['agreed', 'refused', 'overtaken']],
  ['import', importTransitions, ['uploading'], ['undone', 'refused', 'abandoned']],
  ['complaint', complaintTransitions, ['received'], ['closed']],
  ['staff account', accountTransitions, ['proposed'], ['ended']],
  ['pair of like records', duplicateTransitions, ['open'], ['different', 'same']],
  ['invitation', invitationTransitions, ['open'], ['accepted', 'revoked', 'lapsed']],
  [
    'reminder',
    reminderTransitions,
    ['wanted', 'declined'],
    ['declined', 'sent', 'refused', 'failed', 'dropped'],
  ],
  ['note on somebody of a special group', specialNoteTransitions, ['noted'], []],
  ['proof', proofTransitions, ['arriving'], ['accepted', 'replaced', 'withdrawn', 'unfit']],
] as const)('every %s state can be reached, and the ends are the ends', (_name, table, beginnings, ends) => {
  const states = Object.keys(table)
  const reached = new Set<string>(beginnings)
  for (const state of reached) {
    const edges = (table as Transitions<string, string>)[state] ?? {}
    for (const next of Object.values(edges)) if (next !== undefined) reached.add(next)
  }
  expect([...reached].sort()).toEqual([...states].sort())
  const terminal = states.filter((state) => isTerminal<string>(table as Transitions<string, string>, state))
  expect(terminal.sort()).toEqual([...ends].sort())
})

test('every state of an order is shown to residents as one of a few', () => {
  expect(Object.keys(publicState).sort()).toEqual([...orderStates].sort())
  expect(refundStates).toContain('requested')
  expect(dayStates).toContain('open')
  expect(statesOf(matchTransitions)).toEqual(matchState.options)
  expect(statesOf(findingTransitions)).toEqual(findingState.options)
  expect(statesOf(importTransitions)).toContain('uploading')
  expect(statesOf(formTransitions)).toEqual(formState.options)
  expect(statesOf(complaintTransitions)).toEqual(complaintState.options)
  expect(statesOf(accountTransitions)).toEqual(accountState.options)
  expect(statesOf(invitationTransitions)).toEqual(invitationState.options)
  expect(statesOf(duplicateTransitions)).toEqual(expect.arrayContaining(duplicateState.options))
  expect(statesOf(reminderTransitions)).toContain('wanted')
  expect(statesOf(proofTransitions)).toEqual(expect.arrayContaining(proofState.options))
})
