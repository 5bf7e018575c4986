/** Attacks on the offices' use cases as a whole: without a right to ask, and two who do one thing at once. */
import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/contracts/contract'
import { CommitImport } from '../../shared/contracts/commitImport'
import { EnterCounterPayment } from '../../shared/contracts/counterPayments'
import { importKind } from '../../shared/contracts/imports'
import { MapImport } from '../../shared/contracts/mapImport'
import { NoteSubsidyPaid } from '../../shared/contracts/noteSubsidyPaid'
import type { Role } from '../../shared/contracts/staff'
import { AcceptInvitation, InviteStaff, OpenAccount } from '../../shared/contracts/staffAccounts'
import { TryImport } from '../../shared/contracts/tryImport'
import { residentIndexId } from '../../cloudfunctions/_residents/recogniseResident'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { importSteps } from '../cloudfunctions/imports/importSteps'
import { plainAccount } from '../cloudfunctions/world/plainAccount'
import { staffRequests } from '../cloudfunctions/world/staffRequests'
import { replyOf } from '../cloudfunctions/world/startWorld'
import { staffAsk } from './staffAsk'
import { startTarget, type Target } from './target'

const [here, there] = ['清泉镇', '位奇镇']
let target: Target
beforeAll(async () => {
  target = await startTarget('2023-11-20')
})
afterAll(() => target.stop())

async function desk(role: Role, town: string | null = null) {
  const staffId = `${role}-${randomUUID()}`
  const account = plainAccount(role, 'shandan', { town, imports: importKind.options })
  await target.service.ports.store.insert('staffAccounts', staffId, account)
  return staffAsk(target.service.origin, staffId)
}

async function person(known: Partial<RosterPerson> = {}) {
  const one = await target.addPerson('shandan', { town: here, ...known })
  const { store, cipher } = target.service.ports
  const index = await store.get<{ residentId: string }>(
    'residentIndex',
    residentIndexId(cipher, 'shandan', one.idNumber),
  )
  return { ...one, residentId: index?.fields.residentId ?? '' }
}

const post = (useCase: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${target.service.origin}/api/staff/${useCase}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

/** Every use case of the staff, asked about this county. */
const requests = staffRequests('no-such-refund').map(([{ name }, request]) => ({
  name,
  request: JSON.parse(
    JSON.stringify(request)
      .replaceAll('2031', '2024')
      .replaceAll('2030-11', '2023-11')
      .replaceAll('样例镇', here),
  ) as Record<string, unknown>,
}))

test('without a session, with one that somebody signed themselves, and as a page’s form nobody gets in', async () => {
  for (const { name, request } of requests) {
    const body = JSON.stringify({ ...request, role: 'bureau', staffId: 'shandan-bureau-1' })
    const answers = await Promise.all([
      post(name, body),
      post(name, body, { cookie: `mingbai_staff=shandan-bureau-1.${'A'.repeat(43)}%3D` }),
      post(name, body, { 'content-type': 'application/x-www-form-urlencoded' }),
    ])
    expect([name, ...answers.map(({ status }) => status)]).toEqual([name, 401, 401, 415])
  }
})

const counted = (outcomes: readonly { kind: string; refusal?: string }[]) =>
  outcomes.map((one) => one.refusal ?? one.kind).sort()

const paying = (residentId: string, receipt: string) => ({
  residentId,
  receipt,
  coverageYear: 2024,
  fen: 38000,
  paidOn: '2023-11-20',
  channel: 'bankCounter',
  papersSeen: [],
})

test('two clerks at once: one receipt is one payment, and one person is paid for once', async () => {
  const clerks = await Promise.all([desk('clerk', here), desk('clerk', here)])
  const people = await Promise.all([person(), person(), person()])
  const [one] = people
  const sameReceipt = await Promise.all(
    people.map(({ residentId }, i) => clerks[i % 2]!(EnterCounterPayment, paying(residentId, 'GT-0001'))),
  )
  expect(counted(sameReceipt)).toEqual(['done', 'receiptUsed', 'receiptUsed'])
  const other = await person()
  const samePerson = await Promise.all(
    ['GT-0002', 'GT-0003', 'GT-0004'].map((receipt, i) =>
      clerks[i % 2]!(EnterCounterPayment, paying(other.residentId, receipt)),
    ),
  )
  expect(counted(samePerson)).toEqual(['alreadyEnrolled', 'alreadyEnrolled', 'done'])
  const elsewhere = await desk('clerk', there)
  expect(await elsewhere(EnterCounterPayment, paying(one.residentId, 'GT-0009'))).toMatchObject({
    refusal: 'notFound',
  })
  const payouts = await Promise.all(
    [25000, 26000, 27000].map(async (fen) =>
      (await desk('finance'))(NoteSubsidyPaid, {
        residentId: other.residentId,
        coverageYear: 2024,
        fen,
        paidOn: '2023-11-20',
      }),
    ),
  )
  expect(counted(payouts)).toEqual(['done', 'notedAlready', 'notedAlready'])
})

test('an invitation opened by five at once is one person’s, and guessing leads nowhere', async () => {
  const bureau = await desk('bureau')
  const opening = { key: randomUUID(), role: 'clerk' as const, town: here, name: '样例新', imports: [] }
  const { account } = replyOf(await bureau(OpenAccount, opening))
  const { token } = replyOf(await bureau(InviteStaff, { staffId: account.staffId }))
  const accept = async (said: string) =>
    (await (
      await post(AcceptInvitation.name, JSON.stringify({ token: said, role: 'bureau', region: 'pubei' }))
    ).json()) as Outcome<typeof AcceptInvitation>
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => accept(token)))
  expect(counted(outcomes)).toEqual(['done', ...Array<string>(4).fill('noInvitation')])
  expect(outcomes.find(({ kind }) => kind === 'done')).toMatchObject({ reply: { role: 'clerk', town: here } })
  expect(
    counted(await Promise.all([token.slice(0, -1), `${token}0`, '0'.repeat(token.length)].map(accept))),
  ).toEqual(Array<string>(3).fill('noInvitation'))
})

const roster = (...people: readonly RosterPerson[]) =>
  Buffer.from(
    [
      '姓名,身份证号码,人员类别,备注',
      ...people.map(({ name, idNumber }) => `${name},${idNumber},孤儿,特困人员`),
    ].join('\n'),
  )

test('a town’s trial is committed within that town, whoever commits it, and only as it was seen', async () => {
  const [own, stranger] = [await person(), await person({ town: there })]
  const [clerk, bureau] = [await desk('clerk', here), await desk('bureau')]
  const { importId, counts, mapping } = await importSteps(clerk).tried('civilAffairs', roster(own, stranger))
  expect(counts).toMatchObject({ changed: 1, rejected: 1 })
  const seen = { ...mapping, identity: 4 }
  expect(await bureau(CommitImport, { importId, seen })).toEqual({ kind: 'refused', refusal: 'notNow' })
  replyOf(await bureau(MapImport, { importId, mapping: seen }))
  expect(replyOf(await bureau(TryImport, { importId })).counts).toEqual(counts)
  expect(await clerk(CommitImport, { importId, seen: mapping })).toEqual({
    kind: 'refused',
    refusal: 'notNow',
  })
  expect(replyOf(await bureau(CommitImport, { importId, seen }))).toMatchObject({
    state: 'committed',
    counts,
  })
  const { store } = target.service.ports
  expect((await store.get('residents', stranger.residentId))?.fields.identities).toEqual([])
})

test('a school’s list as large as the contract takes comes through, and anything else of that size does not', async () => {
  const school = await desk('school')
  const [contract] = staffRequests('').find(([{ name }]) => name === 'schoolList') ?? []
  if (!contract) throw new Error('schoolList')
  const rows = Array.from({ length: 5000 }, (_, i) => `样例${i},62999919990101${i}`)
  const file = Buffer.from(['姓名,身份证号', ...rows].join('\n')).toString('base64')
  expect(file.length).toBeGreaterThan(150_000)
  expect(await school(contract, { coverageYear: 2024, file })).toMatchObject({ kind: 'done' })
  expect((await post('listImports', JSON.stringify({ cursor: file }))).status).toBe(413)
})
