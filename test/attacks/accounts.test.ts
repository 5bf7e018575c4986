/** Attacks with an account that was good a moment ago: ended or moved while its browser is still open. */
import { randomUUID } from 'node:crypto'
import { CommitImport } from '../../shared/contracts/commitImport'
import type { Contract, RequestOf } from '../../shared/contracts/contract'
import { EnterCounterPayment } from '../../shared/contracts/counterPayments'
import { PrepareForm, TakeForm } from '../../shared/contracts/forms'
import { ImportRejects } from '../../shared/contracts/importRejects'
import { FindPerson, PersonTimeline } from '../../shared/contracts/person'
import { ReadImport } from '../../shared/contracts/readImport'
import type { Role } from '../../shared/contracts/staff'
import { AcceptInvitation, EndAccount, InviteStaff, MoveAccount } from '../../shared/contracts/staffAccounts'
import { TryImport } from '../../shared/contracts/tryImport'
import { UndoImport } from '../../shared/contracts/undoImport'
import { residentIndexId } from '../../cloudfunctions/_residents/recogniseResident'
import { importSteps, type Ask } from '../cloudfunctions/imports/importSteps'
import { plainAccount } from '../cloudfunctions/world/plainAccount'
import { staffRequests } from '../cloudfunctions/world/staffRequests'
import { replyOf } from '../cloudfunctions/world/startWorld'
import { staffAsk } from './staffAsk'
import { startTarget, type Target } from './target'

const [here, there] = ['清泉镇', '位奇镇']
const notAllowed = { kind: 'refused', refusal: 'notAllowed' }
let target: Target
let bureau: Ask
beforeAll(async () => {
  target = await startTarget('2023-11-20')
  bureau = (await desk('bureau')).ask
})
afterAll(() => target.stop())

async function desk(role: Role, town: string | null = null) {
  const staffId = `${role}-${randomUUID()}`
  const account = plainAccount(role, 'shandan', { town, imports: role === 'clerk' ? ['civilAffairs'] : [] })
  await target.service.ports.store.insert('staffAccounts', staffId, account)
  return { staffId, ask: await staffAsk(target.service.origin, staffId) }
}

async function somebodyOf(town: string) {
  const person = await target.addPerson('shandan', { town, village: '样例村' })
  const { store, cipher } = target.service.ports
  const id = residentIndexId(cipher, 'shandan', person.idNumber)
  const index = await store.get<{ residentId: string }>('residentIndex', id)
  return { ...person, residentId: index?.fields.residentId ?? '' }
}

const post = (path: string, body: object) =>
  fetch(`${target.service.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const roster = (...people: readonly { name: string; idNumber: string }[]) =>
  Buffer.from(
    ['姓名,身份证号码,人员类别', ...people.map((one) => `${one.name},${one.idNumber},孤儿`)].join('\n'),
  )

test('whoever is ended in the middle of their work does not do the next step of it, nor anything else, nor come in again', async () => {
  const person = await somebodyOf(here)
  const { staffId, ask } = await desk('clerk', here)
  const { importId, mapping } = await importSteps(ask).tried('civilAffairs', roster(person))
  replyOf(await bureau(EndAccount, { staffId }))
  expect(await ask(CommitImport, { importId, seen: mapping })).toEqual(notAllowed)
  for (const [contract, request] of staffRequests('no-such-refund'))
    expect([contract.name, await ask(contract, request)]).toEqual([contract.name, notAllowed])
  expect((await post('/local/staff', { staffId })).status).toBe(404)
  const { store } = target.service.ports
  expect((await store.get('residents', person.residentId))?.fields.identities).toEqual([])
  expect((await store.get('imports', importId))?.fields.state).toBe('tried')
})

test('whoever is moved to another town leaves everything behind: what they began there is as absent as what never was', async () => {
  const [person, neighbour] = [await somebodyOf(here), await somebodyOf(there)]
  const { staffId, ask } = await desk('clerk', here)
  const { importId, mapping } = await importSteps(ask).tried('civilAffairs', roster(person))
  const place = { town: here, village: '样例村', from: null, to: null }
  const wanted = { form: 'registrationForm' as const, ...place, filled: true, blankRows: 0 }
  const { formId } = replyOf(await ask(PrepareForm, { key: randomUUID(), ...wanted }))
  replyOf(
    await bureau(MoveAccount, {
      staffId,
      role: 'clerk',
      town: there,
      imports: ['civilAffairs'],
    }),
  )

  async function isAsAbsent<C extends Contract>(contract: C, own: RequestOf<C>, none: RequestOf<C>) {
    const answer = await ask(contract, own)
    expect([contract.name, answer]).toEqual([contract.name, await ask(contract, none)])
    expect(answer.kind).toBe('refused')
  }
  const never = { importId: randomUUID() }
  await isAsAbsent(ReadImport, { importId }, never)
  await isAsAbsent(TryImport, { importId }, never)
  await isAsAbsent(CommitImport, { importId, seen: mapping }, { ...never, seen: mapping })
  await isAsAbsent(UndoImport, { importId }, never)
  await isAsAbsent(ImportRejects, { importId, from: 0 }, { ...never, from: 0 })
  await isAsAbsent(
    TakeForm,
    { formId, as: 'pdf', volume: 1 },
    { formId: formId.replace(/\w$/, (last) => (last === '0' ? '1' : '0')), as: 'pdf', volume: 1 },
  )
  const { residentId, name, idNumber } = person
  await isAsAbsent(PersonTimeline, { residentId }, { residentId: randomUUID() })
  const stranger = await target.addPerson('dongxiang')
  expect(await ask(FindPerson, { name, idNumber })).toEqual(
    await ask(FindPerson, { name: stranger.name, idNumber: stranger.idNumber }),
  )
  const paying = { receipt: 'YD-0001', coverageYear: 2024, fen: 38000, paidOn: '2023-11-20', papersSeen: [] }
  const at = { ...paying, channel: 'bankCounter' as const }
  await isAsAbsent(EnterCounterPayment, { ...at, residentId }, { ...at, residentId: randomUUID() })
  expect(await ask(EnterCounterPayment, { ...at, residentId: neighbour.residentId })).toMatchObject({
    kind: 'done',
  })
})

test('whoever is moved between two steps of one import does not write under the desk they had', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => somebodyOf(here)))
  const { staffId, ask } = await desk('clerk', here)
  const { importId, mapping } = await importSteps(ask).tried('civilAffairs', roster(...people))
  await Promise.all([
    ask(CommitImport, { importId, seen: mapping }),
    bureau(MoveAccount, { staffId, role: 'clerk', town: there, imports: ['civilAffairs'] }),
    ask(CommitImport, { importId, seen: mapping }),
  ])
  expect((await ask(CommitImport, { importId, seen: mapping })).kind).toBe('refused')
  const { store } = target.service.ports
  const state = (await store.get('imports', importId))?.fields.state
  expect(['tried', 'committed']).toContain(state)
  const marked = await Promise.all(
    people.map(async ({ residentId }) => (await store.get('residents', residentId))?.fields.identities),
  )
  const listed = marked.filter((identities) => JSON.stringify(identities) !== '[]').length
  expect(listed).toBe(state === 'tried' ? 0 : 5)
})

test('a school that was a clerk asks nothing of a clerk’s, and an invitation to the old desk opens no desk', async () => {
  const { staffId, ask } = await desk('clerk', here)
  const { token } = replyOf(await bureau(InviteStaff, { staffId }))
  replyOf(await bureau(MoveAccount, { staffId, role: 'school', town: null, imports: [] }))
  const { name, idNumber } = await somebodyOf(here)
  expect(await ask(FindPerson, { name, idNumber })).toEqual(notAllowed)
  const accepted = await post(`/api/staff/${AcceptInvitation.name}`, { token })
  expect(await accepted.json()).toEqual({ kind: 'refused', refusal: 'noInvitation' })
})
