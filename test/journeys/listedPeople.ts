/** People on November's rosters who have paid already: what a month's match finds in 山丹. */
import { nothingCounted, sealName, type ImportFields } from '../../cloudfunctions/_imports/importRecord'
import { noteRosterTaken } from '../../cloudfunctions/_imports/rosterStanding'
import { sealContact } from '../../cloudfunctions/_residents/contactRecord'
import { yearId } from '../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../cloudfunctions/_residents/partition'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../shared/identity/idNumber'
import type { Service } from './startService'

interface Listed {
  name: string
  town: string
  code?: string
  since?: string
  paid?: number
  used?: string
  employee?: boolean
}

const listed: readonly Listed[] = [
  { name: '冯示范', town: '清泉镇', code: 'ruralDibao/4', since: '2023-11-06', paid: 380 },
  { name: '褚样例', town: '位奇镇', code: 'fallenIntoPoverty', since: '2023-11-08', paid: 380 },
  { name: '卫小样', town: '霍城镇', code: 'dibaoMargin', since: '2023-11-08', paid: 380 },
  { name: '蒋示例', town: '东乐镇', code: 'ruralDibao/4', since: '2023-09-01', paid: 380 },
  {
    name: '沈样本',
    town: '东乐镇',
    code: 'ruralDibao/1',
    since: '2023-11-09',
    paid: 280,
    used: 'liftedOutOfPoverty',
  },
  { name: '韩样品', town: '陈户镇', paid: 280, used: 'liftedOutOfPoverty' },
  { name: '杨小样', town: '陈户镇', paid: 380, employee: true },
]

/** Who stands on the month's rosters and in the books, and the roster itself. */
export async function writeListed({ running: { ports } }: Service): Promise<void> {
  const { store, cipher } = ports
  for (const [serial, { name, town, code, since, paid, used, employee }] of listed.entries()) {
    const first17 = `62079919700101${String(500 + serial)}`
    const person = {
      region: 'shandan',
      town,
      name,
      idNumber: first17 + checkCharacter(first17),
      residence: 'hukou',
      identities: code === undefined ? [] : [{ code, since: since ?? null }],
      otherCover: employee ? ('employee' as const) : null,
      lastCovered: 2023,
      student: 'none',
    }
    const { resident, index } = residentDocuments(cipher, person)
    const { id } = resident
    await store.insert('residents', id, resident.fields)
    await store.insert('residentIndex', index.id, index.fields)
    await store.insert('enrollments', yearId(id, 2024), {
      residentId: id,
      region: 'shandan',
      partition: partitionOf(id),
      coverageYear: 2024,
      way: 'counter',
      identity: used ?? 'none',
      paidFen: (paid ?? 0) * 100,
      paidAt: null,
      paidOn: '2023-10-12',
      coverageFrom: [],
      coverageTo: [],
      orderNumber: null,
      withdrawnAt: null,
    })
    const sealedContact = sealContact(cipher, id, { account: `62170000000000000${serial}` })
    await store.insert('contacts', id, { region: 'shandan', town, sealedContact })
  }
  const at = '2023-11-30T01:00:00.000Z'
  const november: ImportFields = {
    ...{ region: 'shandan', town: null, kind: 'civilAffairs', coverageYear: null, state: 'committed' },
    ...{
      startedBy: 'shandan-bureau-1',
      startedAs: 'bureau',
      startedAt: at,
      changedAt: at,
      commitBegunAt: at,
      committedAt: at,
    },
    ...{ parts: 1, chunks: 4, rows: 312, next: 4, place: 0, headings: [], mapping: {} },
    ...{ rounded: false, counts: nothingCounted },
    ...{ totals: [], statedTotal: null, countedTotal: 312, sealedReason: null },
    ...{ last: null, lists: 'additions', rowsAre: 'gone', cleared: 0 },
    ...{ refusal: null, spot: null, sealedName: sealName(cipher, 'november', '名册.xlsx') },
  }
  await store.insert('imports', 'november', november)
  await noteRosterTaken(store, { id: 'november', revision: 1, fields: november }, at)
}
