/** 岗位和范围: every role with every use case, and nothing of another place for anybody. */
import { randomUUID } from 'node:crypto'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import type { Contract, RequestOf } from '../../../shared/contracts/contract'
import { DayAccount } from '../../../shared/contracts/dayAccount'
import { ListDays } from '../../../shared/contracts/listDays'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { CommitImport } from '../../../shared/contracts/commitImport'
import { ImportRejects } from '../../../shared/contracts/importRejects'
import { DecideDuplicate, ListDuplicates } from '../../../shared/contracts/duplicates'
import { CorrectPerson, FindPerson, PersonTimeline } from '../../../shared/contracts/person'
import { ListAudit } from '../../../shared/contracts/listAudit'
import { ListImports } from '../../../shared/contracts/listImports'
import { MapImport } from '../../../shared/contracts/mapImport'
import { OpenImport } from '../../../shared/contracts/openImport'
import { ReadImport } from '../../../shared/contracts/readImport'
import { RejectedRows } from '../../../shared/contracts/rejectedRows'
import { SendImportPart } from '../../../shared/contracts/sendImportPart'
import { TryImport } from '../../../shared/contracts/tryImport'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { ListForms, ListVillages, PrepareForm, PreviewForm, TakeForm } from '../../../shared/contracts/forms'
import {
  BeginMatch,
  ContinueMatch,
  DecideFindings,
  ListFindings,
  ListMatches,
  OpenFinding,
} from '../../../shared/contracts/staffMatch'
import { ExportSupplements, ListSupplements } from '../../../shared/contracts/supplements'
import { ListRefunds } from '../../../shared/contracts/listRefunds'
import { RejectRefund } from '../../../shared/contracts/rejectRefund'
import { NoteSubsidyPaid } from '../../../shared/contracts/noteSubsidyPaid'
import { ReviewRules, RuleChanges, SubmitRules } from '../../../shared/contracts/ruleChanges'
import { SchoolList } from '../../../shared/contracts/schoolList'
import { role, type Role } from '../../../shared/contracts/staff'
import { DecideProof, ListProofs, OpenProof } from '../../../shared/contracts/staffProofs'
import {
  AnswerComplaint,
  CloseComplaint,
  ForwardComplaint,
  ListComplaints,
  TakeComplaint,
} from '../../../shared/contracts/staffComplaints'
import { SendComplaint } from '../../../shared/contracts/sendComplaint'
import {
  CheckSpecial,
  ListSpecial,
  NoteSpecial,
  WithdrawSpecial,
} from '../../../shared/contracts/specialNotes'
import {
  ConfirmAccount,
  EndAccount,
  InviteStaff,
  ListAccounts,
  OpenAccount,
  RevokeInvitation,
} from '../../../shared/contracts/staffAccounts'
import { ExportMissing, ListMissing, OpenMissing } from '../../../shared/contracts/missing'
import {
  CountProgress,
  ExportProgress,
  ReadProgress,
  ReadTown,
  ReadWorkFund,
} from '../../../shared/contracts/progress'
import { DeskWaiting } from '../../../shared/contracts/deskWaiting'
import { NewbornsDue } from '../../../shared/contracts/newbornsDue'
import {
  EnterCounterPayment,
  FindAtCounter,
  ListCounterPayments,
  WithdrawCounterPayment,
} from '../../../shared/contracts/counterPayments'
import {
  CloseTownDay,
  ConfirmTownDay,
  DepositTownMoney,
  TakeBackDeposit,
  TownDayAccount,
  TownDaysWaiting,
  TownMonth,
} from '../../../shared/contracts/townDay'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import { WhoAmI } from '../../../shared/contracts/whoAmI'
import { staffBehind, staffOf } from '../../../cloudfunctions/_staff/staffAccount'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import { residentUseCases } from '../../../cloudfunctions/resident/residentUseCases'
import { staffUseCases } from '../../../cloudfunctions/staff/staffUseCases'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { jpeg } from '../../papers'
import { counterClerk } from '../world/counterClerk'
import { noPress } from '../world/noPrinter'
import { paid } from '../world/refunds'
import { sender, sent } from '../world/sender'
import { plainAccount } from '../world/plainAccount'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'

let world: World
let refundNumber: string
let proofId: string
let complaintId: string
let payerId: string
let counterId: string
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
  listImports: ['clerk', 'bureau', 'department'],
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
}

const counterPayment = {
  coverageYear: 2031,
  receipt: 'PJ-0001',
  fen: 40000,
  paidOn: '2030-11-20',
  channel: 'bankCounter',
  papersSeen: [],
}

/** Every use case, about a refund, a proof and a complaint. */
const asked = (
  refund: string,
  proof = 'f'.repeat(32),
  complaint = 'no-such-complaint',
  residentId = 'nobody-there',
  staffId = 'no-such-account',
  counterId?: string,
): readonly (readonly [Contract, RequestOf<Contract>])[] => [
  [ListRefunds, { desk: 'tax' }],
  [AcceptRefund, { refundNumber: refund }],
  [ApproveRefund, { refundNumber: refund, way: 'wechat' }],
  [RejectRefund, { refundNumber: refund, rejection: 'other' }],
  [TransferRefund, { refundNumber: refund, voucher: 'PZ-0001' }],
  [ConfirmTransfer, { refundNumber: refund }],
  [WhoAmI, {}],
  [ListDays, {}],
  [DayAccount, { date: '2030-11-20' }],
  [SchoolList, { coverageYear: 2031, file: Buffer.from('姓名,身份证号').toString('base64') }],
  [ListProofs, { state: 'received' }],
  [OpenProof, { proofId: proof, part: 0 }],
  [DecideProof, { proofId: proof, decision: 'accepted', reason: null }],
  [ListComplaints, { desk: 'tax', state: 'received' }],
  [TakeComplaint, { complaintId: complaint }],
  [AnswerComplaint, { complaintId: complaint, answer: '好' }],
  [ForwardComplaint, { complaintId: complaint, to: 'town' }],
  [CloseComplaint, { complaintId: complaint }],
  [DeskWaiting, {}],
  [NewbornsDue, { coverageYear: 2031, named: true }],
  [FindAtCounter, { name: '样例', idNumber: '629999197001010015', coverageYear: 2031, paidOn: '2030-11-20' }],
  [EnterCounterPayment, { residentId, ...counterPayment }],
  [WithdrawCounterPayment, { paymentId: counterId ?? '0'.repeat(64), reason: 'other' }],
  [ListCounterPayments, { date: '2030-11-20' }],
  [TownMonth, { town: '样例镇', month: '2030-11' }],
  [TownDayAccount, { town: '样例镇', date: '2030-11-20' }],
  [TownDaysWaiting, {}],
  [DepositTownMoney, { date: '2030-11-20', voucher: 'JC-0001', fen: 100 }],
  [TakeBackDeposit, { date: '2030-11-20', voucher: 'JC-0001' }],
  [
    CloseTownDay,
    { date: '2030-11-20', seen: { payments: 1, fen: 40000, depositedFen: 0 }, difference: null },
  ],
  [ConfirmTownDay, { town: '样例镇', date: '2030-11-20', decision: 'confirmed' }],
  [NoteSubsidyPaid, { residentId, coverageYear: 2031, fen: 100, paidOn: '2030-11-01' }],
  [ListImports, {}],
  [
    BeginImport,
    { kind: 'civilAffairs', key: '00000000-0000-4000-8000-000000000000', parts: 1, fileName: '名单.csv' },
  ],
  [ListMatches, { coverageYear: 2031 }],
  [BeginMatch, { coverageYear: 2031, month: '2030-11' }],
  [ContinueMatch, { matchId: 'lakeside-2031-2030-11' }],
  [ListFindings, { matchId: 'lakeside-2031-2030-11', queue: 'new', open: true }],
  [OpenFinding, { findingId: `lakeside-2031-2030-11-${residentId}` }],
  [
    DecideFindings,
    { findingIds: [`lakeside-2031-2030-11-${residentId}`], decision: 'agree', reason: 'samePerson' },
  ],
  [ListSupplements, { coverageYear: 2031, month: '2030-11' }],
  [ExportSupplements, { coverageYear: 2031, month: '2030-11' }],
  [SendImportPart, { importId: 'no-such-import', part: 0, base64: 'AAAA' }],
  [ReadImport, { importId: 'no-such-import' }],
  [MapImport, { importId: 'no-such-import', mapping: {} }],
  [TryImport, { importId: 'no-such-import' }],
  [CommitImport, { importId: 'no-such-import' }],
  [UndoImport, { importId: 'no-such-import' }],
  [ImportRejects, { importId: 'no-such-import', from: 0 }],
  [ListForms, {}],
  [ListVillages, { town: null }],
  [
    PrepareForm,
    {
      key: '00000000-0000-4000-8000-000000000000',
      form: 'subsidyRoster',
      town: '样例镇',
      village: null,
      from: null,
      to: null,
      filled: true,
      blankRows: 0,
    },
  ],
  [PreviewForm, { formId: 'f'.repeat(64) }],
  [TakeForm, { formId: 'f'.repeat(64), as: 'pdf', volume: 1 }],
  [
    NoteSpecial,
    {
      residentId,
      coverageYear: 2031,
      group: 'marriedAway',
      evidence: '样例证明',
      scheme: null,
      insuredAt: null,
    },
  ],
  [CheckSpecial, { residentId, coverageYear: 2031 }],
  [WithdrawSpecial, { residentId, coverageYear: 2031 }],
  [ListSpecial, { coverageYear: 2031, state: 'noted' }],
  [ListDuplicates, { state: 'open' }],
  [DecideDuplicate, { duplicateId: `${residentId}.other`, decision: 'different', keep: null }],
  [FindPerson, { name: '样例', idNumber: plainPerson().idNumber }],
  [PersonTimeline, { residentId }],
  [
    CorrectPerson,
    {
      key: randomUUID(),
      residentId,
      revision: 1,
      correction: { part: 'village', value: '样例村' },
      reason: 'moved',
      words: '搬了家',
    },
  ],
  [ListAudit, { day: '2030-11-20', person: residentId, actor: staffId }],
  [ListAccounts, {}],
  [OpenAccount, { key: randomUUID(), role: 'clerk', town: null, name: '样例', imports: [] }],
  [ConfirmAccount, { staffId }],
  [InviteStaff, { staffId }],
  [RevokeInvitation, { staffId }],
  [EndAccount, { staffId }],
  [RuleChanges, {}],
  [SubmitRules, { coverageYear: 2031, hash: '0'.repeat(64) }],
  [ReviewRules, { coverageYear: 2031, hash: '0'.repeat(64), decision: 'approved', note: null }],
  [OpenImport, { importId: 'no-such-import' }],
  [RejectedRows, { importId: 'no-such-import', from: 0 }],
  [ReadProgress, { coverageYear: 2031 }],
  [ReadTown, { coverageYear: 2031, town: '样例镇' }],
  [CountProgress, { coverageYear: 2031 }],
  [ExportProgress, { coverageYear: 2031, town: '样例镇' }],
  [ReadWorkFund, { coverageYear: 2031 }],
  [ListMissing, { coverageYear: 2031, town: '样例镇', village: null }],
  [OpenMissing, { residentId, coverageYear: 2031 }],
  [ExportMissing, { coverageYear: 2031, town: '样例镇', village: null }],
]

test('every use case of the staff is in this test', () => {
  expect(Object.keys(allowed).sort()).toEqual([...staffUseCases.keys()].sort())
  expect(
    asked('')
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
  const [contract, request] = asked('no-such-refund').find(([each]) => each.name === name) ?? []
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
      asked(refundNumber, proofId, complaintId, payerId, 'clerk-theirs', counterId),
      asked(`${refundNumber.slice(0, -1)}9`),
    ].map((all) => all.find(([each]) => each.name === name))
    if (!theirs || !missing) throw new Error(name)
    const ask = await world.staff(one, { region: 'pondside' })
    const standing = () =>
      Promise.all([
        world.store.get('refunds', refundNumber),
        world.store.get('proofs', proofId),
        world.store.get('complaints', complaintId),
        world.store.get('staffAccounts', 'clerk-theirs'),
      ])
    const before = await standing()
    expect(await ask(theirs[0], theirs[1])).toEqual(await ask(missing[0], missing[1]))
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
