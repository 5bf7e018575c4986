/** 岗位和范围: every role with every use case, and nothing of another place for anybody. */
import { randomUUID } from 'node:crypto'
import { role, type Role } from '../../../shared/contracts/staff'
import { SendComplaint } from '../../../shared/contracts/sendComplaint'
import { staffBehind, staffOf } from '../../../cloudfunctions/_staff/staffAccount'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import { residentUseCases } from '../../../cloudfunctions/resident/residentUseCases'
import { staffUseCases } from '../../../cloudfunctions/staff/staffUseCases'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import { shanghaiClock } from '../../../cloudfunctions/_adapters/clock/shanghaiClock'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { jpeg } from '../../papers'
import { counterClerk } from '../world/counterClerk'
import { noPress } from '../world/noPrinter'
import { paid } from '../world/refunds'
import { sender, sent } from '../world/sender'
import { plainAccount } from '../world/plainAccount'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { staffRequests } from '../world/staffRequests'

let world: World
let refundNumber: string
let proofId: string
let complaintId: string
let payerId: string
let counterId: string
let reversalId: string
beforeAll(async () => {
  world = await startWorld()
  const payer = await paid(world, 'o-1')
  payerId = payer.residentId
  refundNumber = replyOf(await payer.requestRefund()).refund.number
  proofId = sent(await (await sender(world, 'o-2')).send(jpeg())).proofId
  const complaint = { key: randomUUID(), topic: 'money', text: '样例', page: 'home', version: '1' } as const
  const sending = { ...complaint, region: 'lakeside', coverageYear: 2031 }
  await world.store.insert('staffAccounts', 'clerk-theirs', plainAccount('clerk', 'lakeside'))
  const counter = counterClerk(world)
  counterId = (await counter.taken(await counter.neighbour())).id
  const mistaken = await counter.taken(await counter.neighbour())
  reversalId = await counter.askToReverse(mistaken.id)
  complaintId = replyOf(await world.as('o-2')(SendComplaint, sending)).complaint.complaintId
})
afterAll(() => world.stop())

const roles: readonly Role[] = role.options
/** Written down once more, so that a role that slips into a use case is noticed. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  listRefunds: ['tax', 'bureau', 'finance', 'auditor'],
  acceptRefund: ['tax'],
  approveRefund: ['bureau'],
  rejectRefund: ['tax', 'bureau'],
  transferRefund: ['finance'],
  confirmTransfer: ['finance'],
  requestRefundAtCounter: ['clerk', 'bureau'],
  askReversal: ['clerk', 'bureau'],
  decideReversal: ['clerk', 'bureau'],
  listReversals: ['clerk', 'bureau', 'finance', 'auditor'],
  whoAmI: roles,
  listDays: ['bureau', 'tax', 'finance', 'auditor'],
  dayAccount: ['bureau', 'tax', 'finance', 'auditor'],
  schoolList: ['school'],
  listProofs: ['clerk', 'bureau', 'auditor'],
  openProof: ['clerk', 'bureau'],
  decideProof: ['clerk', 'bureau'],
  listComplaints: ['tax', 'bureau', 'clerk', 'auditor'],
  takeComplaint: ['tax', 'bureau', 'clerk'],
  answerComplaint: ['tax', 'bureau', 'clerk'],
  forwardComplaint: ['tax', 'bureau', 'clerk'],
  closeComplaint: ['tax', 'bureau', 'clerk'],
  noteSubsidyPaid: ['finance'],
  listMatches: ['bureau', 'department', 'auditor'],
  beginMatch: ['bureau'],
  continueMatch: ['bureau'],
  listFindings: ['bureau', 'department', 'auditor'],
  openFinding: ['bureau', 'department', 'auditor'],
  decideFindings: ['bureau'],
  listSupplements: ['bureau', 'finance', 'clerk', 'auditor'],
  exportSupplements: ['bureau', 'finance', 'clerk'],
  listImports: ['clerk', 'bureau', 'tax', 'department'],
  // Which kinds stands in the account, and these accounts name none.
  beginImport: [],
  sendImportPart: [],
  readImport: [],
  mapImport: [],
  tryImport: [],
  commitImport: [],
  undoImport: [],
  importRejects: [],
  listForms: ['clerk', 'bureau'],
  listVillages: ['clerk', 'bureau'],
  prepareForm: ['clerk', 'bureau'],
  previewForm: ['clerk', 'bureau'],
  takeForm: ['clerk', 'bureau'],
  noteSpecial: ['clerk', 'bureau'],
  checkSpecial: ['bureau'],
  withdrawSpecial: ['clerk', 'bureau'],
  listSpecial: ['clerk', 'bureau', 'auditor'],
  listDuplicates: ['clerk', 'bureau', 'auditor'],
  decideDuplicate: ['clerk', 'bureau'],
  findPerson: ['clerk', 'bureau', 'auditor'],
  personTimeline: ['clerk', 'bureau', 'auditor'],
  correctPerson: ['clerk', 'bureau'],
  listAudit: ['bureau', 'auditor'],
  listAccounts: ['bureau', 'auditor'],
  openAccount: ['bureau'],
  confirmAccount: ['bureau'],
  inviteStaff: ['bureau'],
  revokeInvitation: ['bureau'],
  moveAccount: ['bureau'],
  endAccount: ['bureau'],
  deskWaiting: roles,
  newbornsDue: ['clerk', 'bureau'],
  findAtCounter: ['clerk', 'bureau'],
  enterCounterPayment: ['clerk', 'bureau'],
  withdrawCounterPayment: ['clerk', 'bureau'],
  listCounterPayments: ['clerk', 'bureau'],
  townMonth: ['clerk', 'bureau', 'finance', 'auditor'],
  townDayAccount: ['clerk', 'bureau', 'finance', 'auditor'],
  townDaysWaiting: ['clerk', 'bureau', 'finance', 'auditor'],
  depositTownMoney: ['clerk'],
  takeBackDeposit: ['clerk'],
  closeTownDay: ['clerk'],
  confirmTownDay: ['clerk', 'bureau'],
  ruleChanges: ['bureau', 'auditor'],
  exportRules: ['bureau', 'auditor'],
  submitRules: ['bureau'],
  reviewRules: ['bureau'],
  openImport: [],
  rejectedRows: [],
  readProgress: ['clerk', 'bureau', 'tax', 'finance', 'auditor'],
  readTown: ['clerk', 'bureau', 'tax', 'finance', 'auditor'],
  countProgress: ['bureau'],
  exportProgress: ['clerk', 'bureau', 'tax', 'finance', 'auditor'],
  readWorkFund: ['clerk', 'bureau', 'tax', 'finance', 'auditor'],
  listMissing: ['clerk', 'bureau'],
  openMissing: ['clerk', 'bureau'],
  exportMissing: ['clerk', 'bureau'],
  readOwnRoster: ['department'],
  listOwnMissing: ['department'],
  exportOwnMissing: ['department'],
}

test('every use case of the staff is in this test', () => {
  expect(Object.keys(allowed).sort()).toEqual([...staffUseCases.keys()].sort())
  expect(
    staffRequests('')
      .map(([{ name }]) => name)
      .sort(),
  ).toEqual([...staffUseCases.keys()].sort())
})

test('what a phone asks for goes to the deployable that answers it', () => {
  expect([...staffUseCases.values()].filter(({ contract }) => contract.boundary !== 'staff')).toEqual([])
  expect([...residentUseCases.values()].filter(({ contract }) => contract.boundary !== 'resident')).toEqual(
    [],
  )
})

const pairs = roles.flatMap((one) => [...staffUseCases.keys()].map((name) => [one, name] as const))

test.each(pairs)('%s, %s: as the list says', async (one, name) => {
  const ask = await world.staff(one, { region: 'pondside' })
  const [contract, request] = staffRequests('no-such-refund').find(([each]) => each.name === name) ?? []
  if (!contract) throw new Error(name)
  const outcome = await ask(contract, request)
  const isRefused = outcome.kind === 'refused' && outcome.refusal === 'notAllowed'
  const ownDesk = !['listRefunds', 'listComplaints'].includes(name) || one === 'tax' || one === 'auditor'
  expect(isRefused).toBe(!(allowed[name]?.includes(one) && ownDesk))
})

test.each(pairs)(
  '%s, %s: what belongs to another region is as absent as what does not exist',
  async (one, name) => {
    const [theirs, missing] = [
      staffRequests(refundNumber, proofId, complaintId, payerId, 'clerk-theirs', counterId, reversalId),
      staffRequests(`${refundNumber.slice(0, -1)}9`),
    ].map((all) => all.find(([each]) => each.name === name))
    if (!theirs || !missing) throw new Error(name)
    const ask = await world.staff(one, { region: 'pondside' })
    const standing = () =>
      Promise.all([
        world.store.get('refunds', refundNumber),
        world.store.get('proofs', proofId),
        world.store.get('complaints', complaintId),
        world.store.get('staffAccounts', 'clerk-theirs'),
        world.store.get('counterPayments', counterId),
        world.store.get('counterReversals', reversalId),
      ])
    const before = await standing()
    // Exports bear the second at which they were asked for.
    const { clock } = world.service
    const now = Date.parse(clock.now())
    world.service.clock = shanghaiClock(() => now)
    try {
      expect(await ask(theirs[0], theirs[1])).toEqual(await ask(missing[0], missing[1]))
    } finally {
      world.service.clock = clock
    }
    expect(await standing()).toEqual(before)
  },
)

test('a town’s clerk sees their own town, and no collection that nobody placed', async () => {
  const here = await world.addPerson({ region: 'lakeside', town: '东样镇' })
  const there = await world.addPerson({ region: 'lakeside', town: '西样镇' })
  const staff = {
    staffId: 's',
    name: '样例经办',
    role: 'clerk',
    region: 'lakeside',
    town: '东样镇',
    callerIndex: null,
  } as const
  const store = scopedStore(world.store, staff)
  expect(await store.get('residents', here.residentId)).toBeDefined()
  expect(await store.get('residents', there.residentId)).toBeUndefined()
  const found = await store.find('residents', {
    where: {},
    sort: { field: 'town', order: 'ascending' },
    limit: 500,
  })
  expect(found.documents.map(({ id }) => id)).toEqual([here.residentId])
  await expect(store.get('secrets', 'wechatpay')).rejects.toThrow('secrets')
  await expect(store.get('constructor', 'x')).rejects.toThrow('constructor')
  const theirs = await world.store.get('residents', there.residentId)
  await expect(store.replace('residents', there.residentId, 1, { ...theirs?.fields })).rejects.toThrow(
    'outside',
  )
})

test('an account counts as it stands now: another role at once, and none after its end', async () => {
  const index = world.service.cipher.index('caller', 'o-tax')
  const account = plainAccount('tax', 'lakeside', { callerIndex: index })
  await world.store.insert('staffAccounts', 'tax-9', account)
  await world.store.insert('staffCallers', index, { staffId: 'tax-9' })
  expect(await staffBehind(world.service, 'o-tax')).toMatchObject({ staffId: 'tax-9', role: 'tax' })
  expect(await staffBehind(world.service, 'o-somebody')).toBeUndefined()
  await world.store.replace('staffAccounts', 'tax-9', 1, { ...account, role: 'auditor' })
  expect(await staffOf(world.service, 'tax-9')).toMatchObject({ role: 'auditor' })
  await world.store.replace('staffAccounts', 'tax-9', 2, { ...account, state: 'ended' })
  expect(await staffBehind(world.service, 'o-tax')).toBeUndefined()
  await world.store.replace('staffAccounts', 'tax-9', 3, { ...account, callerIndex: null })
  expect(await staffBehind(world.service, 'o-tax')).toBeUndefined()
})

test('an unknown use case is a bad request', async () => {
  const staff = {
    staffId: 's',
    name: '样例经办',
    role: 'tax',
    region: 'lakeside',
    town: null,
    callerIndex: null,
  } as const
  for (const name of ['constructor', 'startPayment', 7])
    expect(await answerStaff(name, {}, { ...world.service, schedule, press: noPress, staff })).toEqual({
      kind: 'refused',
      refusal: 'badRequest',
    })
})
