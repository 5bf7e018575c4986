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
import { ExportRules, ReviewRules, RuleChanges, SubmitRules } from '../../../shared/contracts/ruleChanges'
import { SchoolList } from '../../../shared/contracts/schoolList'
import { DecideProof, ListProofs, OpenProof } from '../../../shared/contracts/staffProofs'
import {
  AnswerComplaint,
  CloseComplaint,
  ForwardComplaint,
  ListComplaints,
  TakeComplaint,
} from '../../../shared/contracts/staffComplaints'
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
  MoveAccount,
  OpenAccount,
  RevokeInvitation,
} from '../../../shared/contracts/staffAccounts'
import { ExportMissing, ListMissing, OpenMissing } from '../../../shared/contracts/missing'
import { ExportOwnMissing, ListOwnMissing, ReadOwnRoster } from '../../../shared/contracts/ownRoster'
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
import { RequestRefundAtCounter } from '../../../shared/contracts/requestRefundAtCounter'
import { AskReversal, DecideReversal, ListReversals } from '../../../shared/contracts/counterReversals'
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
import { plainPerson } from './startWorld'

/** What somebody paid at a counter of this county. */
export const counterPayment = {
  coverageYear: 2031,
  receipt: 'PJ-0001',
  fen: 40000,
  paidOn: '2030-11-20',
  channel: 'bankCounter',
  papersSeen: [],
}

/** Every use case of the staff with a request of its own: about a refund, a proof, a complaint, a person, an account, a counter payment. */
export const staffRequests = (
  refund: string,
  proof = 'f'.repeat(32),
  complaint = 'no-such-complaint',
  residentId = 'nobody-there',
  staffId = 'no-such-account',
  counterId?: string,
  reversalId?: string,
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
  [AskReversal, { paymentId: counterId ?? '0'.repeat(64), reason: 'other' }],
  [RequestRefundAtCounter, { paymentId: counterId ?? '0'.repeat(64), reason: 'other' }],
  [DecideReversal, { reversalId: reversalId ?? `${'0'.repeat(64)}-1`, decision: 'declined' }],
  [ListReversals, {}],
  [ListCounterPayments, { date: '2030-11-20' }],
  [TownMonth, { town: '样例镇', month: '2030-11' }],
  [TownDayAccount, { town: '样例镇', date: '2030-11-20' }],
  [TownDaysWaiting, {}],
  [DepositTownMoney, { date: '2030-11-20', voucher: 'JC-0001', fen: 100 }],
  [TakeBackDeposit, { date: '2030-11-20', voucher: 'JC-0001' }],
  [
    CloseTownDay,
    {
      date: '2030-11-20',
      seen: { payments: 1, fen: 40000, reversedFen: 0, depositedFen: 0 },
      difference: null,
    },
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
  [MoveAccount, { staffId, role: 'clerk', town: '样例镇', imports: [] }],
  [EndAccount, { staffId }],
  [RuleChanges, {}],
  [ExportRules, { coverageYear: 2031 }],
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
  [ReadOwnRoster, { coverageYear: 2031 }],
  [ListOwnMissing, { coverageYear: 2031, kind: 'civilAffairs', town: '样例镇', village: null }],
  [ExportOwnMissing, { coverageYear: 2031, kind: 'civilAffairs', town: '样例镇' }],
]
