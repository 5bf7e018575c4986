import type { UseCase } from '../_ports/useCase'
import { actingForMe } from './actingForMe'
import { cancelPayment } from './cancelPayment'
import { disputeEnrollment } from './disputeEnrollment'
import { family } from './family'
import { forgetMe } from './forgetMe'
import { giveIdNumber } from './giveIdNumber'
import { identify } from './identify'
import { letAct } from './letAct'
import { listPlaces } from './listPlaces'
import { myComplaints } from './myComplaints'
import { myData } from './myData'
import { myEnrollments } from './myEnrollments'
import { myProofs } from './myProofs'
import { myReminders } from './myReminders'
import { paymentStatus } from './paymentStatus'
import { policy } from './policy'
import { printRecord } from './printRecord'
import { receipt } from './receipt'
import { registerNewborn } from './registerNewborn'
import { remindMe } from './remindMe'
import { reportPaidElsewhere } from './reportPaidElsewhere'
import { requestCounterRefund } from './requestCounterRefund'
import { requestRefund } from './requestRefund'
import { resumePayment } from './resumePayment'
import { sendComplaint } from './sendComplaint'
import { startPayment } from './startPayment'
import { uploadProof } from './uploadProof'
import { whatIOwe } from './whatIOwe'
import { withdrawProof } from './withdrawProof'

/** What a resident may ask for, by the contract's name. Own keys only: `constructor` is no use case. */
export const residentUseCases: ReadonlyMap<string, UseCase> = new Map(
  [
    listPlaces,
    policy,
    identify,
    registerNewborn,
    giveIdNumber,
    family,
    actingForMe,
    letAct,
    myData,
    forgetMe,
    myEnrollments,
    whatIOwe,
    startPayment,
    resumePayment,
    paymentStatus,
    cancelPayment,
    receipt,
    printRecord,
    myReminders,
    remindMe,
    reportPaidElsewhere,
    disputeEnrollment,
    requestRefund,
    requestCounterRefund,
    uploadProof,
    myProofs,
    withdrawProof,
    sendComplaint,
    myComplaints,
  ].map((useCase) => [useCase.contract.name, useCase as unknown as UseCase]),
)
