import type { StaffUseCase } from '../_staff/staffUseCase'
import { acceptRefund } from './acceptRefund'
import { answerComplaint } from './answerComplaint'
import { approveRefund } from './approveRefund'
import { requestRefundAtCounter } from './requestRefundAtCounter'
import { confirmTransfer } from './confirmTransfer'
import { beginImport } from './beginImport'
import { commitImport } from './commitImport'
import { importRejects } from './importRejects'
import { listImports } from './listImports'
import { mapImport } from './mapImport'
import { moveAccount } from './moveAccount'
import { openImport } from './openImport'
import { readImport } from './readImport'
import { rejectedRows } from './rejectedRows'
import { sendImportPart } from './sendImportPart'
import { tryImport } from './tryImport'
import { undoImport } from './undoImport'
import { listRefunds } from './listRefunds'
import { rejectRefund } from './rejectRefund'
import { dayAccount } from './dayAccount'
import { listDays } from './listDays'
import { closeComplaint } from './closeComplaint'
import { decideProof } from './decideProof'
import { forwardComplaint } from './forwardComplaint'
import { listComplaints } from './listComplaints'
import { listProofs } from './listProofs'
import { noteSubsidyPaid } from './noteSubsidyPaid'
import { openProof } from './openProof'
import { beginMatch } from './beginMatch'
import { continueMatch } from './continueMatch'
import { decideFindings } from './decideFindings'
import { exportSupplements } from './exportSupplements'
import { listFindings } from './listFindings'
import { listMatches } from './listMatches'
import { listSupplements } from './listSupplements'
import { openFinding } from './openFinding'
import { takeComplaint } from './takeComplaint'
import { reviewRules } from './reviewRules'
import { exportRules } from './exportRules'
import { ruleChanges } from './ruleChanges'
import { submitRules } from './submitRules'
import { askReversal } from './askReversal'
import { decideReversal } from './decideReversal'
import { listReversals } from './listReversals'
import { closeTownDay } from './closeTownDay'
import { confirmTownDay } from './confirmTownDay'
import { depositTownMoney } from './depositTownMoney'
import { enterCounterPayment } from './enterCounterPayment'
import { findAtCounter } from './findAtCounter'
import { listCounterPayments } from './listCounterPayments'
import { takeBackDeposit } from './takeBackDeposit'
import { townDayAccount } from './townDayAccount'
import { townDaysWaiting } from './townDaysWaiting'
import { deskWaiting } from './deskWaiting'
import { newbornsDue } from './newbornsDue'
import { townMonth } from './townMonth'
import { withdrawCounterPayment } from './withdrawCounterPayment'
import { schoolList } from './schoolList'
import { checkSpecial } from './checkSpecial'
import { listSpecial } from './listSpecial'
import { noteSpecial } from './noteSpecial'
import { withdrawSpecial } from './withdrawSpecial'
import { countProgress } from './countProgress'
import { exportMissing } from './exportMissing'
import { exportOwnMissing } from './exportOwnMissing'
import { listOwnMissing } from './listOwnMissing'
import { readOwnRoster } from './readOwnRoster'
import { exportProgress } from './exportProgress'
import { listMissing } from './listMissing'
import { openMissing } from './openMissing'
import { readProgress } from './readProgress'
import { readTown } from './readTown'
import { readWorkFund } from './readWorkFund'
import { transferRefund } from './transferRefund'
import { listForms } from './listForms'
import { listVillages } from './listVillages'
import { prepareForm } from './prepareForm'
import { previewForm } from './previewForm'
import { takeForm } from './takeForm'
import { whoAmI } from './whoAmI'
import { confirmAccount } from './confirmAccount'
import { endAccount } from './endAccount'
import { inviteStaff } from './inviteStaff'
import { correctPerson } from './correctPerson'
import { decideDuplicate } from './decideDuplicate'
import { listDuplicates } from './listDuplicates'
import { findPerson } from './findPerson'
import { personTimeline } from './personTimeline'
import { listAudit } from './listAudit'
import { listAccounts } from './listAccounts'
import { openAccount } from './openAccount'
import { revokeInvitation } from './revokeInvitation'

/** What staff may ask for, by the contract's name. Own keys only: `constructor` is no use case. */
export const staffUseCases: ReadonlyMap<string, StaffUseCase> = new Map(
  [
    whoAmI,
    listRefunds,
    acceptRefund,
    approveRefund,
    rejectRefund,
    transferRefund,
    confirmTransfer,
    listDays,
    schoolList,
    dayAccount,
    listProofs,
    openProof,
    decideProof,
    listComplaints,
    takeComplaint,
    answerComplaint,
    forwardComplaint,
    closeComplaint,
    noteSubsidyPaid,
    listMatches,
    beginMatch,
    continueMatch,
    listFindings,
    openFinding,
    decideFindings,
    listSupplements,
    exportSupplements,
    listImports,
    beginImport,
    sendImportPart,
    readImport,
    mapImport,
    tryImport,
    commitImport,
    undoImport,
    importRejects,
    listForms,
    listVillages,
    prepareForm,
    previewForm,
    takeForm,
    noteSpecial,
    checkSpecial,
    withdrawSpecial,
    listSpecial,
    findPerson,
    personTimeline,
    correctPerson,
    listDuplicates,
    decideDuplicate,
    listAudit,
    listAccounts,
    openAccount,
    confirmAccount,
    inviteStaff,
    revokeInvitation,
    moveAccount,
    endAccount,
    deskWaiting,
    newbornsDue,
    findAtCounter,
    enterCounterPayment,
    withdrawCounterPayment,
    askReversal,
    requestRefundAtCounter,
    decideReversal,
    listReversals,
    listCounterPayments,
    townMonth,
    townDayAccount,
    townDaysWaiting,
    depositTownMoney,
    takeBackDeposit,
    closeTownDay,
    confirmTownDay,
    ruleChanges,
    exportRules,
    submitRules,
    reviewRules,
    openImport,
    rejectedRows,
    readProgress,
    readTown,
    countProgress,
    exportProgress,
    readWorkFund,
    listMissing,
    openMissing,
    exportMissing,
    readOwnRoster,
    listOwnMissing,
    exportOwnMissing,
  ].map((useCase) => [useCase.contract.name, useCase as unknown as StaffUseCase]),
)
