import { join } from 'node:path'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { localIndexes } from '../../../cloudfunctions/_local/localIndexes'
import { claimIdOf } from '../../../cloudfunctions/_orders/orderRecord'
import { instantAt } from '../../../cloudfunctions/_ports/schedule'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import { sealContact, type Contact } from '../../../cloudfunctions/_residents/contactRecord'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import { residentDocuments, type RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import type { ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { unhurried } from '../../unhurried'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import type { Contract, Outcome, RequestOf } from '../../../shared/contracts/contract'
import type { Role } from '../../../shared/contracts/staff'
import { loadTables } from '../../../shared/policy/loadTables'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { randomKeys } from '../world/startWorld'

const tables = loadTables(join(__dirname, '../../../shared/policy/tables'))

export type MatchWorld = ReturnType<typeof matchWorld>

/** What is said of a resident: a code with the day of its recognition, or a code alone. */
export type Held = string | { code: string; since: string }

export interface Somebody {
  town?: string | null
  identities?: readonly Held[]
  otherCover?: RosterPerson['otherCover']
  residence?: string
  /** The day and the sum, yuan; left out: not enrolled. */
  paid?: { on: string; yuan: number; as?: string }
  account?: string
}

let serial = 0

/** Real tables, a clock that stands, SQLite in memory: what the match needs, and no payment. */
export function matchWorld(region: string, coverageYear: number, today: string) {
  const store = openSqliteStore(':memory:', localIndexes)
  const cipher = createCipher(randomKeys())
  let day = today
  const ports = {
    store,
    cipher,
    schedule: unhurried,
    policies: servePolicies(tables),
    clock: { now: () => instantAt(day, '09:00'), today: () => day },
    log: { info: () => undefined, alarm: () => undefined },
  } as unknown as StaffPorts

  async function add(somebody: Somebody = {}) {
    serial += 1
    const first17 = `629999196${serial % 10}0101${String(100 + (serial % 900))}`.slice(0, 17)
    const person: RosterPerson = {
      region,
      town: somebody.town ?? null,
      name: `样例${serial}`.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? ''),
      idNumber: first17 + checkCharacter(first17),
      residence: somebody.residence ?? 'hukou',
      identities: (somebody.identities ?? []).map((held) =>
        typeof held === 'string' ? { code: held, since: null } : held,
      ),
      otherCover: somebody.otherCover ?? null,
      lastCovered: coverageYear - 1,
      student: 'none',
    }
    const { resident, index } = residentDocuments(cipher, person)
    await store.insert('residents', resident.id, resident.fields)
    await store.insert('residentIndex', index.id, index.fields)
    if (somebody.paid) {
      await store.insert(
        'enrollments',
        yearId(resident.id, coverageYear),
        enrollment(resident.id, somebody.paid),
      )
      const claim = { orderNumber: null, enrolledIn: region }
      await store.insert('claims', claimIdOf(cipher, person.idNumber, coverageYear), claim)
    }
    if (somebody.account !== undefined)
      await addContact(resident.id, person.town, { account: somebody.account })
    return { id: resident.id, ...person }
  }

  const enrollment = (
    residentId: string,
    { on, yuan, as = 'none' }: NonNullable<Somebody['paid']>,
  ): EnrollmentFields => ({
    residentId,
    region,
    partition: partitionOf(residentId),
    coverageYear,
    way: 'counter',
    identity: as,
    paidFen: yuan * 100,
    paidAt: null,
    paidOn: on,
    coverageFrom: [],
    coverageTo: [],
    orderNumber: null,
    withdrawnAt: null,
  })

  const addContact = (id: string, town: string | null, contact: Contact) =>
    store.insert('contacts', id, { region, town, sealedContact: sealContact(cipher, id, contact) })

  return {
    store,
    cipher,
    ports,
    region,
    coverageYear,
    add,
    /** Writes something else into a document. */
    async change(collection: string, id: string, changes: Fields): Promise<void> {
      const standing = await store.get(collection, id)
      if (!standing) throw new Error(`no ${collection}/${id}`)
      await store.replace(collection, id, standing.revision, { ...standing.fields, ...changes })
    },
    setIdentities: (id: string, identities: ResidentFields['identities']) =>
      changeResident(store, id, { identities }),
    setDay: (to: string) => {
      day = to
    },
    staffPorts: (role: Role, town: string | null = null, staffId = `${role}-1`): StaffPorts => ({
      ...ports,
      staff: { staffId, name: '样例经办', role, region, town, callerIndex: null },
    }),
    as(role: Role, { town = null, staffId }: { town?: string | null; staffId?: string } = {}) {
      const own = this.staffPorts(role, town, staffId)
      return <C extends Contract>(contract: C, request: RequestOf<C>): Promise<Outcome<C>> =>
        answerStaff(contract.name, request, own)
    },
  }
}

async function changeResident(
  store: ReturnType<typeof openSqliteStore>,
  id: string,
  changes: Partial<ResidentFields>,
): Promise<void> {
  const standing = await store.get<ResidentFields>('residents', id)
  if (!standing) throw new Error('nobody')
  await store.replace('residents', id, standing.revision, { ...standing.fields, ...changes })
}
