/** 经办账号: opened by the bureau, bound by an invitation in WeChat, ended at once; nobody becomes more than they were given. */
import { randomUUID } from 'node:crypto'
import { acceptInvitation } from '../../cloudfunctions/staff/acceptInvitation'
import type { AuditEventFields } from '../../cloudfunctions/_audit/auditRecord'
import { accountOf, staffBehind } from '../../cloudfunctions/_staff/staffAccount'
import type { Fields } from '../../cloudfunctions/_ports/store'
import type { RequestOf } from '../../shared/contracts/contract'
import {
  ConfirmAccount,
  EndAccount,
  InviteStaff,
  ListAccounts,
  MoveAccount,
  OpenAccount,
  RevokeInvitation,
} from '../../shared/contracts/staffAccounts'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

type Wanted = RequestOf<typeof OpenAccount>
const wanted = (known: Partial<Wanted> = {}): Wanted => ({
  key: randomUUID(),
  role: 'clerk',
  town: '东样镇',
  name: '样例新人',
  imports: ['civilAffairs'],
  ...known,
})
const bureau = (openId?: string) => world.staff('bureau', openId === undefined ? {} : { openId })
const accept = (token: string, openId: string) =>
  acceptInvitation.answer({ token }, { ...world.service, caller: { openId } })
const refused = (refusal: string) => ({ kind: 'refused', refusal })

async function invited(known: Partial<Wanted> = {}) {
  const ask = await bureau()
  const { account } = replyOf(await ask(OpenAccount, wanted(known)))
  const { token } = replyOf(await ask(InviteStaff, { staffId: account.staffId }))
  return { ask, staffId: account.staffId, token }
}

test('opened, invited, accepted in WeChat: a member of staff from then on, and the token is used up', async () => {
  const { ask, staffId, token } = await invited()
  expect(await staffBehind(world.service, 'o-new')).toBeUndefined()
  expect(replyOf(await accept(token, 'o-new'))).toEqual({
    role: 'clerk',
    name: '样例新人',
    placeName: '湖样县',
    town: '东样镇',
  })
  expect(await staffBehind(world.service, 'o-new')).toMatchObject({ staffId, role: 'clerk', town: '东样镇' })
  expect(await accept(token, 'o-new')).toMatchObject({ kind: 'done' })
  expect(await accept(token, 'o-other')).toEqual(refused('noInvitation'))
  expect(await ask(InviteStaff, { staffId })).toEqual(refused('notNow'))
  const { accounts } = replyOf(await ask(ListAccounts, {}))
  expect(accounts.find((one) => one.staffId === staffId)).toMatchObject({
    state: 'bound',
    invitedUntil: null,
  })
})

test('the token stands nowhere: not in a document, not in the log', async () => {
  const { token } = await invited()
  const kept = await Promise.all(
    ['staffAccounts', 'staffInvitations', 'auditEvents'].map((collection) =>
      world.store.find<Fields>(collection, {
        where: {},
        sort: { field: collection === 'auditEvents' ? 'at' : 'region', order: 'ascending' },
        limit: 100,
      }),
    ),
  )
  expect(kept.every(({ documents }) => documents.length > 0)).toBe(true)
  expect(JSON.stringify([kept, world.lines])).not.toContain(token)
})

test('an invitation ends after its days, when it is revoked, and when another one is sent', async () => {
  const { ask, staffId, token } = await invited()
  const second = replyOf(await ask(InviteStaff, { staffId })).token
  expect(await accept(token, 'o-new')).toEqual(refused('noInvitation'))
  replyOf(await ask(RevokeInvitation, { staffId }))
  expect(await accept(second, 'o-new')).toEqual(refused('noInvitation'))
  const third = replyOf(await ask(InviteStaff, { staffId }))
  world.later((Date.parse(third.endsAt) - Date.parse(world.service.clock.now())) / 60_000)
  expect(await accept(third.token, 'o-new')).toEqual(refused('lapsed'))
  expect(await accept(third.token, 'o-new')).toEqual(refused('noInvitation'))
  expect(await accept('nothing-that-was-sent', 'o-new')).toEqual(refused('noInvitation'))
  expect(await staffBehind(world.service, 'o-new')).toBeUndefined()
})

test('an account that is ended counts no more at the next call, and its invitation opens nothing', async () => {
  const { ask, staffId, token } = await invited()
  replyOf(await accept(token, 'o-new'))
  replyOf(await ask(EndAccount, { staffId }))
  expect(await staffBehind(world.service, 'o-new')).toBeUndefined()
  const other = await invited()
  replyOf(await other.ask(EndAccount, { staffId: other.staffId }))
  expect(await accept(other.token, 'o-other')).toEqual(refused('noInvitation'))
  // Whoever has left may come back by another invitation.
  const again = await invited()
  replyOf(await accept(again.token, 'o-new'))
  expect(await staffBehind(world.service, 'o-new')).toMatchObject({ staffId: again.staffId })
})

test('one WeChat account is one member of staff, also when two invitations are opened at once', async () => {
  const [first, second] = [await invited(), await invited({ town: '西样镇' })]
  const answers = await Promise.all([accept(first.token, 'o-new'), accept(second.token, 'o-new')])
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  expect(answers).toContainEqual(refused('hasAccount'))
})

test('nobody becomes another role by an invitation of their own, and nobody ends their own account', async () => {
  const ask = await bureau('o-bureau')
  const { account } = replyOf(await ask(OpenAccount, wanted({ role: 'finance', town: null, imports: [] })))
  const { token } = replyOf(await ask(InviteStaff, { staffId: account.staffId }))
  expect(await accept(token, 'o-bureau')).toEqual(refused('ownInvitation'))
  const [own] = replyOf(await ask(ListAccounts, {})).accounts.filter(({ role }) => role === 'bureau')
  expect(await ask(EndAccount, { staffId: own?.staffId ?? '' })).toEqual(refused('ownAccount'))
})

test.each(['bureau', 'tax', 'auditor'] as const)(
  'a second person of the bureau agrees before anybody is %s',
  async (role) => {
    const [first, second] = [await bureau(), await bureau()]
    const { account } = replyOf(await first(OpenAccount, wanted({ role, town: null, imports: [] })))
    const { staffId } = account
    expect(account).toMatchObject({ state: 'proposed', mayConfirm: false })
    expect(await first(InviteStaff, { staffId })).toEqual(refused('notNow'))
    expect(await first(ConfirmAccount, { staffId })).toEqual(refused('ownProposal'))
    expect(replyOf(await second(ConfirmAccount, { staffId })).account.state).toBe('open')
    const { token } = replyOf(await first(InviteStaff, { staffId }))
    expect(await accept(token, 'o-new')).toMatchObject({ kind: 'done', reply: { role } })
  },
)

test('nobody gives more than the place has, nor more than they have themselves', async () => {
  const ask = await bureau()
  expect(await ask(OpenAccount, wanted({ town: null }))).toEqual(refused('townMissing'))
  expect(await ask(OpenAccount, wanted({ role: 'school', town: null }))).toEqual(refused('importsNotForRole'))
  for (const role of ['bureau', 'tax', 'finance', 'auditor'] as const)
    expect(await ask(OpenAccount, wanted({ role, imports: [] }))).toEqual(refused('townNotForRole'))
  const listed = await world.staff('bureau', { region: 'rivertown', town: '样例镇' })
  for (const town of ['没有这镇', '东样镇'])
    expect(await listed(OpenAccount, wanted({ town }))).toEqual(refused('townUnknown'))
  const ofTown = await world.staff('bureau', { town: '东样镇' })
  expect(await ofTown(OpenAccount, wanted({ town: '西样镇' }))).toEqual(refused('townUnknown'))
  expect(await ofTown(OpenAccount, wanted({ role: 'department', town: null }))).toEqual(
    refused('townUnknown'),
  )
})

test('the same key is the same account, and another person under it is refused', async () => {
  const ask = await bureau()
  const request = wanted()
  const [one, again] = [await ask(OpenAccount, request), await ask(OpenAccount, request)]
  expect(replyOf(again).account.staffId).toBe(replyOf(one).account.staffId)
  for (const other of [{ name: '样例别人' }, { town: '西样镇' }, { imports: ['targets' as const] }])
    expect(await ask(OpenAccount, { ...request, ...other })).toEqual(refused('otherAccount'))
})

const moveTo = (staffId: string, desk: Partial<RequestOf<typeof MoveAccount>> = {}) => ({
  staffId,
  role: 'clerk' as const,
  town: '西样镇',
  imports: [],
  ...desk,
})

test('whoever is moved works at the new desk from the next call on, bound as before, and it is written down from where', async () => {
  const { ask, staffId, token } = await invited()
  replyOf(await accept(token, 'o-new'))
  const { account } = replyOf(await ask(MoveAccount, moveTo(staffId)))
  expect(account).toMatchObject({ state: 'bound', town: '西样镇', imports: [] })
  expect(account.was).toMatchObject([{ role: 'clerk', town: '东样镇' }])
  expect(await staffBehind(world.service, 'o-new')).toMatchObject({ staffId, town: '西样镇', imports: [] })
  // Asked again, because the answer was lost, it is the same move; back again it is another one.
  expect(replyOf(await ask(MoveAccount, moveTo(staffId))).account.was).toHaveLength(1)
  replyOf(await ask(MoveAccount, moveTo(staffId, { town: '东样镇' })))
  const { documents } = await world.store.find<AuditEventFields>('auditEvents', {
    where: { region: 'lakeside', object: `staffAccounts/${staffId}` },
    sort: { field: 'at', order: 'ascending' },
    limit: 20,
  })
  const moves = documents.filter(({ fields }) => fields.action === 'accountMoved')
  expect(moves.map(({ fields }) => fields.details)).toEqual([
    { role: 'clerk', before: 'clerk', otherTown: 1 },
    { role: 'clerk', before: 'clerk', otherTown: 1 },
  ])
})

test('an invitation that is out for another desk opens nothing; a new one binds to the new desk', async () => {
  const { ask, staffId, token } = await invited()
  expect(replyOf(await ask(MoveAccount, moveTo(staffId))).account).toMatchObject({
    state: 'open',
    invitedUntil: null,
  })
  expect(await accept(token, 'o-new')).toEqual(refused('noInvitation'))
  const again = replyOf(await ask(InviteStaff, { staffId }))
  expect(await accept(again.token, 'o-new')).toMatchObject({ kind: 'done', reply: { town: '西样镇' } })
})

test.each(['bureau', 'tax', 'auditor'] as const)(
  'to the desk of %s a second person must agree, and until then the account counts nowhere',
  async (role) => {
    const { ask, staffId, token } = await invited()
    const second = await bureau()
    replyOf(await accept(token, 'o-new'))
    const { account } = replyOf(await ask(MoveAccount, moveTo(staffId, { role, town: null })))
    expect(account).toMatchObject({ state: 'proposed', mayConfirm: false })
    expect(await staffBehind(world.service, 'o-new')).toBeUndefined()
    expect(await ask(ConfirmAccount, { staffId })).toEqual(refused('ownProposal'))
    expect(await ask(MoveAccount, moveTo(staffId))).toEqual(refused('notNow'))
    expect(replyOf(await second(ConfirmAccount, { staffId })).account.state).toBe('bound')
    expect(await staffBehind(world.service, 'o-new')).toMatchObject({ staffId, role, town: null })
  },
)

test('nobody moves themselves, nobody of another region, and nobody further than they reach themselves', async () => {
  const { ask, staffId } = await invited()
  const [own] = replyOf(await ask(ListAccounts, {})).accounts.filter(({ role }) => role === 'bureau')
  const ownId = own?.staffId ?? ''
  expect(await ask(MoveAccount, moveTo(ownId, { role: 'auditor', town: null }))).toEqual(
    refused('ownAccount'),
  )
  const elsewhere = await world.staff('bureau', { region: 'rivertown' })
  const there = moveTo(staffId, { town: '样例镇' })
  expect(await elsewhere(MoveAccount, there)).toEqual(
    await elsewhere(MoveAccount, { ...there, staffId: 'nobody' }),
  )
  const ofTown = await world.staff('bureau', { town: '东样镇' })
  expect(await ofTown(MoveAccount, moveTo(staffId))).toEqual(refused('townUnknown'))
  expect(await ofTown(MoveAccount, moveTo(staffId, { role: 'department', town: null }))).toEqual(
    refused('townUnknown'),
  )
  expect(await ask(MoveAccount, moveTo(staffId, { town: null }))).toEqual(refused('townMissing'))
  expect(await ask(MoveAccount, moveTo(staffId, { role: 'school', imports: ['targets'] }))).toEqual(
    refused('importsNotForRole'),
  )
  replyOf(await ask(EndAccount, { staffId }))
  expect(await ask(MoveAccount, moveTo(staffId))).toEqual(refused('notNow'))
})

test.each(['end', 'move'] as const)(
  'two people of a bureau who %s each other at the same moment: one of them stays',
  async (what) => {
    const [first, second] = [await bureau('o-1'), await bureau('o-2')]
    const { accounts } = replyOf(await first(ListAccounts, {}))
    const idOf = (own: boolean) => accounts.find(({ mayChange }) => mayChange !== own)?.staffId ?? ''
    const step = async (ask: typeof first, staffId: string) =>
      what === 'end'
        ? ask(EndAccount, { staffId })
        : ask(MoveAccount, moveTo(staffId, { role: 'finance', town: null }))
    const answers = await Promise.all([step(first, idOf(false)), step(second, idOf(true))])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
    expect(answers).toContainEqual(refused('notAllowed'))
    const standing = await Promise.all([true, false].map((own) => accountOf(world.store, idOf(own))))
    const stillThere = standing.filter((one) => one?.fields.role === 'bureau' && one.fields.state !== 'ended')
    expect(stillThere).toHaveLength(1)
  },
)
