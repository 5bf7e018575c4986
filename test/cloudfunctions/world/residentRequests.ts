import { randomUUID } from 'node:crypto'
import { residentUseCases } from '../../../cloudfunctions/resident/residentUseCases'
import type { Contract } from '../../../shared/contracts/contract'

/** What the requests below are about. */
export interface Asked {
  region: string
  coverageYear: number
  residentId: string
  orderNumber: string
  /** A day of birth that a newborn of that year has. */
  born: string
}

/** Every use case of residents with a request of its own; what it answers depends on who asks. */
export function residentRequests({ region, coverageYear, residentId, orderNumber, born }: Asked) {
  const about = { residentId, coverageYear }
  const key = randomUUID()
  const child = { name: '样例宝', born, sex: 'female', residence: 'hukou', couldNotEnrollInBirthYear: false }
  const requests: Record<string, Record<string, unknown>> = {
    listPlaces: {},
    policy: { region, coverageYear },
    identify: { region, name: '样例', idNumber: '629999197001010015', relation: 'self', consent: 'person-1' },
    family: {},
    actingForMe: { residentId },
    letAct: { residentId, link: 'no-such-link', may: false },
    myData: {},
    myEnrollments: { residentId },
    whatIOwe: { ...about, answers: { otherCover: 'none' } },
    startPayment: {
      people: [{ residentId, expectFen: 40000 }],
      coverageYear,
      key,
      tableHash: '0'.repeat(64),
      otherCover: 'none',
    },
    resumePayment: { orderNumber },
    paymentStatus: { orderNumber },
    cancelPayment: { orderNumber },
    receipt: { orderNumber },
    printRecord: about,
    myReminders: about,
    remindMe: { ...about, kind: 'deadline', accepted: true },
    reportPaidElsewhere: { ...about, channel: 'taxHall' },
    disputeEnrollment: { ...about, says: 'never' },
    requestRefund: { orderNumber, residentId, reason: 'moved' },
    requestCounterRefund: { ...about, reason: 'moved' },
    uploadProof: { ...about, key, paper: 'residencePermit', bytes: 3, part: 0, content: 'AAAA' },
    myProofs: about,
    withdrawProof: { proofId: 'f'.repeat(32) },
    sendComplaint: {
      key,
      topic: 'money',
      text: '样例',
      region,
      coverageYear,
      page: 'result',
      version: '1.0.0',
    },
    myComplaints: {},
    registerNewborn: {
      region,
      coverageYear,
      child: { ...child, number: { kind: 'birthCertificate', text: 'T620000001' } },
      guardianConsent: 'guardian-1',
    },
    giveIdNumber: { residentId, idNumber: '629999197001010015' },
    forgetMe: {},
  }
  return [...residentUseCases.values()].map(({ contract }): readonly [Contract, Record<string, unknown>] => {
    const request = requests[contract.name]
    if (!request) throw new Error(`no request for ${contract.name}`)
    return [contract, request]
  })
}
