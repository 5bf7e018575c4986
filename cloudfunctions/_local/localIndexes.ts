import type { Indexes } from '../_adapters/embedded/documentTable'

/** What is searched by what: the same indexes that docs/how-to-deploy.md asks of the cloud's database. */
export const localIndexes: Indexes = {
  orders: [
    ['state', 'createdAt'],
    ['callerIndex', 'createdAt'],
  ],
  consents: [
    ['callerIndex', 'givenAt'],
    ['residentId', 'givenAt'],
  ],
  corrections: [['region', 'residentId', 'at']],
  mergedResidents: [['region', 'into', 'at']],
  duplicates: [
    ['region', 'state', 'foundAt'],
    ['region', 'town', 'state', 'foundAt'],
  ],
  ledger: ['recordedAt', ['region', 'day', 'at']],
  quarantine: [['mismatch', 'paidAt']],
  days: [
    ['settled', 'date'],
    ['region', 'date'],
  ],
  bills: [['strays', 'date']],
  billRows: [
    ['bill', 'sha1', 'place', 'row'],
    ['refundNumber', 'row'],
  ],
  residents: [
    ['region', 'partition'],
    ['region', 'likeness'],
    'nameIndex',
    ['region', 'town', 'village', 'household'],
    ['region', 'town', 'partition'],
    ['region', 'lastCovered', 'partition'],
    ['region', 'town', 'lastCovered', 'partition'],
  ],
  enrollments: [['region', 'coverageYear', 'partition']],
  refunds: [
    ['desk', 'state', 'requestedAt'],
    ['region', 'desk', 'requestedAt'],
  ],
  counterPayments: [
    ['enteredBy', 'enteredOn', 'enteredAt'],
    ['region', 'town', 'bookedOn', 'enteredAt'],
  ],
  counterReversals: [
    ['region', 'state', 'askedAt'],
    ['region', 'town', 'state', 'askedAt'],
    ['region', 'town', 'bookedOn', 'askedAt'],
    ['region', 'town', 'reversedOn', 'askedAt'],
  ],
  townDays: [
    ['region', 'town', 'date'],
    ['region', 'state', 'date'],
    ['region', 'town', 'state', 'date'],
  ],
  proofs: [
    ['callerIndex', 'receivedAt'],
    ['residentId', 'coverageYear', 'receivedAt'],
    ['region', 'state', 'receivedAt'],
    ['region', 'town', 'state', 'receivedAt'],
  ],
  complaints: [
    ['callerIndex', 'sentAt'],
    ['region', 'desk', 'state', 'sentAt'],
    ['region', 'town', 'desk', 'state', 'sentAt'],
  ],
  progressTowns: [['region', 'coverageYear', 'asOf']],
  specialNotes: [
    ['region', 'coverageYear', 'state', 'notedAt'],
    ['region', 'town', 'coverageYear', 'state', 'notedAt'],
    ['region', 'coverageYear', 'partition'],
  ],
  auditEvents: [
    ['link', 'at'],
    ['region', 'at'],
    ['region', 'actor', 'at'],
    ['region', 'object', 'at'],
  ],
  auditTaken: [['region', 'at']],
  auditChain: ['seq'],
  reminders: [
    ['open', 'lookAt'],
    ['callerIndex', 'askedAt'],
  ],
  simulatedMessages: [['owner', 'sentAt']],
  imports: [
    ['region', 'startedAt'],
    ['rowsAre', 'changedAt'],
  ],
  importedTargets: [
    ['region', 'coverageYear', 'order'],
    ['region', 'town', 'coverageYear', 'order'],
  ],
  matches: [
    ['region', 'coverageYear', 'month'],
    ['state', 'startedAt'],
  ],
  matchParts: [['region', 'matchId', 'partition']],
  matchFindings: [
    ['region', 'matchId', 'queue', 'open', 'place'],
    ['region', 'town', 'matchId', 'queue', 'open', 'place'],
  ],
  matchDecisions: [['region', 'coverageYear', 'partition']],
  doubtfulNumbers: [['region', 'nameIndex'], 'importId'],
  nameDoubts: [['region', 'partition'], 'importId'],
  supplements: [
    ['region', 'coverageYear', 'partition'],
    ['region', 'matchId', 'place'],
    ['region', 'town', 'matchId', 'place'],
  ],
  differences: [['day', 'foundAt']],
  staffAccounts: [
    ['region', 'openedAt'],
    ['region', 'town', 'openedAt'],
  ],
  forms: [['state', 'startedAt']],
}
