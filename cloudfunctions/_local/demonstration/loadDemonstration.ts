import { assess } from '../../../shared/rules/assess'
import type { PolicyInForce } from '../../_ports/policies'
import { put } from '../../_ports/put'
import { instantAt } from '../../_ports/schedule'
import type { Fields } from '../../_ports/store'
import { yearId, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { sealContact, type ContactFields } from '../../_residents/contactRecord'
import { residentDocuments } from '../../_residents/residentDocuments'
import { sealedParts } from '../../_residents/residentParts'
import { sayingOf, type SourcesFields } from '../../_residents/sourceRecord'
import { factsOf, type ResidentFields } from '../../_residents/residentRecord'
import { claimIdOf, type ClaimFields } from '../../_orders/orderRecord'
import { valuesOf } from '../../_orders/valuesOf'
import type { LocalPorts } from '../localPorts'
import { inventResidents, type InventedResident } from './inventResidents'
import { onRoster } from './onRoster'
import type { Demonstration } from './readDemonstration'

type Row<F extends Fields = Fields> = { id: string; fields: F }

const batchSize = 5000
const state = { collection: 'demonstration', id: 'residents' } as const

/**
 * Fills the store with so many made-up residents, their rosters and their past enrollments. Goes on where an earlier
 * load was interrupted, and does nothing where there are enough. `progress` hears how many there are.
 */
export async function loadDemonstration(
  ports: Pick<LocalPorts, 'store' | 'cipher' | 'policies'>,
  demonstration: Demonstration,
  count: number,
  progress: (loaded: number) => void,
): Promise<void> {
  const tables = ports.policies.all().map(({ table }) => table)
  let loaded = (await ports.store.get<{ loaded: number }>(state.collection, state.id))?.fields.loaded ?? 0
  const at = instantAt(demonstration.today, '00:00')
  let batch: InventedResident[] = []
  for (const resident of inventResidents(demonstration, tables, count)) {
    if (resident.serial < loaded) continue
    batch.push(resident)
    if (batch.length < batchSize) continue
    loaded = await loadBatch(ports, batch, at)
    batch = []
    progress(loaded)
  }
  if (batch.length > 0) progress(await loadBatch(ports, batch, at))
}

async function loadBatch(
  ports: Pick<LocalPorts, 'store' | 'cipher' | 'policies'>,
  batch: readonly InventedResident[],
  at: string,
): Promise<number> {
  const rows = {
    residents: [] as Row[],
    residentIndex: [] as Row[],
    contacts: [] as Row[],
    residentSources: [] as Row[],
    enrollments: [] as Row[],
    claims: [] as Row[],
  }
  for (const invented of batch) {
    const { resident, index } = residentDocuments(
      ports.cipher,
      invented.person,
      residentIdOf(invented.serial),
    )
    rows.residents.push(resident)
    rows.residentIndex.push(index)
    rows.residentSources.push({ id: resident.id, fields: madeUp(at, resident.fields) })
    rows.contacts.push(contactBy(ports, invented, resident.id))
    const enrollments = enrollmentsOf(ports, invented, resident.id, resident.fields)
    rows.enrollments.push(...enrollments)
    rows.claims.push(
      ...enrollments.map(({ fields }) => claimedBy(ports, invented.person, fields.coverageYear)),
    )
  }
  for (const [collection, documents] of Object.entries(rows))
    await ports.store.insertMany(collection, documents)
  const loaded = (batch.at(-1)?.serial ?? 0) + 1
  await put(ports.store, state.collection, state.id, { loaded })
  return loaded
}

function contactBy(
  { cipher }: Pick<LocalPorts, 'cipher'>,
  { person: { region, town }, contact }: InventedResident,
  id: string,
): Row<ContactFields> {
  return { id, fields: { region, town, sealedContact: sealContact(cipher, id, contact) } }
}

/** Everything about somebody of the demonstration is made up, and says so. */
const madeUp = (at: string, after: ResidentFields): SourcesFields =>
  sayingOf(undefined, {
    source: { kind: 'demonstration', ref: 'demonstration', at },
    before: undefined,
    after,
    sealed: sealedParts,
  })

/** Says nothing about the person, and the same again after an interrupted load. */
export const residentIdOf = (serial: number): string => `demonstration-${String(serial).padStart(7, '0')}`

/** The last year covered, and the coverage year itself for those who have paid or been paid for. */
function enrollmentsOf(
  { policies }: Pick<LocalPorts, 'policies'>,
  { person: { region, lastCovered, idNumber }, coverageYear, enrolledOn }: InventedResident,
  residentId: string,
  fields: ResidentFields,
): Row<EnrollmentFields>[] {
  const past =
    typeof lastCovered === 'number' ? onRoster({ residentId, region, coverageYear: lastCovered }) : undefined
  const policy = policies.inForce(region, coverageYear)
  const current =
    enrolledOn === null || !policy
      ? undefined
      : enrollmentOn(enrolledOn, policy, residentId, { ...factsOf(fields, idNumber), otherCover: 'none' })
  return [past, current].flatMap((one) =>
    one ? [{ id: yearId(residentId, one.coverageYear), fields: one }] : [],
  )
}

/** Whoever is enrolled cannot be enrolled by an order as well, here or elsewhere. */
function claimedBy(
  { cipher }: Pick<LocalPorts, 'cipher'>,
  { idNumber, region }: InventedResident['person'],
  coverageYear: number,
): Row {
  const fields: ClaimFields = { orderNumber: null, enrolledIn: region }
  return { id: claimIdOf(cipher, idNumber, coverageYear), fields }
}

/** What was paid on that day by the rules, or nothing where they let nobody pay. */
function enrollmentOn(
  paidOn: string,
  { table, region, coverageYear }: PolicyInForce,
  residentId: string,
  facts: Parameters<typeof assess>[1],
): EnrollmentFields | undefined {
  const { decision, due, subsidyFor, coverageFrom, coverageTo } = assess(table, facts, paidOn)
  if (decision !== 'mayEnroll' || due.kind !== 'stated') return undefined
  return onRoster(
    { residentId, region, coverageYear },
    {
      identity: valuesOf(subsidyFor)[0] ?? null,
      paidFen: due.value,
      paidOn,
      coverageFrom: valuesOf(coverageFrom),
      coverageTo: valuesOf(coverageTo),
    },
  )
}
