/**
 * 权限范围: the store as one member of staff sees it. What belongs to another region or town is as absent as what does not
 * exist, whoever asks for it and however: this is the only place that says so.
 */
import type { StaffCaller } from '../_ports/ports'
import type { Documents, Fields, Page, Query, Store, Stored } from '../_ports/store'

/**
 * Which fields of a document say its region and its town, by collection; a document without a place (a claim) is reached only
 * through one that has it. A collection that is not named here is out of reach.
 */
const placedBy: Readonly<Record<string, { region?: string; town?: string }>> = {
  refunds: { region: 'region' },
  orders: { region: 'region' },
  enrollments: { region: 'region' },
  subsidyPayments: { region: 'region' },
  residents: { region: 'region', town: 'town' },
  ledger: { region: 'region' },
  days: { region: 'region' },
  pushes: { region: 'region' },
  differences: { region: 'place' },
  proofs: { region: 'region', town: 'town' },
  proofParts: {},
  complaints: { region: 'region', town: 'town' },
  contacts: { region: 'region', town: 'town' },
  progressRounds: { region: 'region' },
  progressTallies: { region: 'region' },
  progressTowns: { region: 'region', town: 'town' },
  specialNotes: { region: 'region', town: 'town' },
  matches: { region: 'region', town: 'town' },
  matchParts: { region: 'region' },
  matchSeen: { region: 'region' },
  matchFindings: { region: 'region', town: 'town' },
  matchDecisions: { region: 'region', town: 'town' },
  supplements: { region: 'region', town: 'town' },
  residentIndex: {},
  residentSources: {},
  corrections: { region: 'region' },
  duplicates: { region: 'region', town: 'town' },
  mergedResidents: { region: 'region' },
  knownElsewhere: {},
  actsFor: {},
  families: {},
  consents: {},
  paidElsewhere: {},
  imports: { region: 'region', town: 'town' },
  importParts: {},
  importRows: {},
  importRejects: {},
  importChanges: {},
  importMappings: {},
  identityTallies: { region: 'region' },
  ruleReviews: { region: 'region' },
  importedTargets: { region: 'region', town: 'town' },
  rosterStandings: { region: 'region' },
  rosterMembers: {},
  rosterParts: { region: 'region' },
  doubtfulNumbers: { region: 'region' },
  nameDoubts: { region: 'region', town: 'town' },
  claims: {},
  children: {},
  mergedIdentities: {},
  counterPayments: { region: 'region', town: 'town' },
  counterReversals: { region: 'region', town: 'town' },
  townDays: { region: 'region', town: 'town' },
  depositVouchers: { region: 'region', town: 'town' },
  limits: {},
  quarantine: {},
  auditEvents: { region: 'region' },
  auditTaken: { region: 'region' },
  auditHeads: {},
  auditChecks: {},
  staffAccounts: { region: 'region', town: 'town' },
  staffInvitations: { region: 'region', town: 'town' },
  forms: { region: 'region', town: 'town' },
  formRows: {},
}

export function scopedStore(store: Store, staff: StaffCaller): Store {
  return {
    ...scopedDocuments(store, staff),
    async find<F extends Fields>(collection: string, query: Query): Promise<Page<F>> {
      const place = placeOf(collection, staff)
      // Never answered of another place than was asked about: what is elsewhere is not there.
      const asksElsewhere = Object.entries(place).some(
        ([name, value]) => query.where[name] !== undefined && query.where[name] !== value,
      )
      if (asksElsewhere) return { documents: [] }
      return store.find<F>(collection, { ...query, where: { ...query.where, ...place } })
    },
    transaction: (work) => store.transaction((documents) => work(scopedDocuments(documents, staff))),
  }
}

/** What documents of a collection must say to be in this person's scope. @throws Error for one that is out of reach. */
function placeOf(collection: string, { region, town }: StaffCaller): Readonly<Record<string, string>> {
  const names = Object.hasOwn(placedBy, collection) ? placedBy[collection] : undefined
  if (!names) throw new Error(`staff use cases do not reach ${collection}`)
  return {
    ...(names.region === undefined ? {} : { [names.region]: region }),
    ...(names.town === undefined || town === null ? {} : { [names.town]: town }),
  }
}

function scopedDocuments(documents: Documents, staff: StaffCaller): Documents {
  const isInScope = (collection: string, fields: Fields): boolean =>
    Object.entries(placeOf(collection, staff)).every(([name, value]) => fields[name] === value)
  const insist = (collection: string, fields: Fields): void => {
    if (!isInScope(collection, fields))
      throw new Error(`a document of ${collection} outside of the caller's scope`)
  }
  return {
    async get<F extends Fields>(collection: string, id: string): Promise<Stored<F> | undefined> {
      placeOf(collection, staff)
      const found = await documents.get<F>(collection, id)
      return found && isInScope(collection, found.fields) ? found : undefined
    },
    async insert(collection, id, fields) {
      // What the staff of a region do is that region's to look at, whatever it was about.
      const placed = collection === 'auditEvents' ? { ...fields, region: staff.region } : fields
      insist(collection, placed)
      return documents.insert(collection, id, placed)
    },
    async replace(collection, id, revision, fields) {
      insist(collection, fields)
      return documents.replace(collection, id, revision, fields)
    },
  }
}
