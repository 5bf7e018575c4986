/** 应补名单: what the match of a month has put on the benefit cards' list, in the order of towns. */
import type { SupplementShown, TownSum } from '../../shared/contracts/supplements'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { pagesOf } from '../_ports/pages'
import type { StaffPorts } from '../_ports/ports'
import type { Page, Query, Store, Stored } from '../_ports/store'
import { openResident, type Resident, type ResidentFields } from '../_residents/residentRecord'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import type { SupplementFields } from './supplementRecord'

/** Whose list: a match's, of one town or all. */
export interface Listed {
  matchId: string
  /** Left out: every town within reach. */
  town?: string | undefined
}

const query = ({ matchId, town }: Listed, limit: number): Query => ({
  where: { matchId, ...(town === undefined ? {} : { town }) },
  sort: { field: 'place', order: 'ascending' },
  limit,
})

/** A page of the list in the order of the notice's towns. */
export const supplementsPage = (
  store: Pick<Store, 'find'>,
  listed: Listed,
  limit: number,
  cursor: string | undefined,
): Promise<Page<SupplementFields>> =>
  store.find<SupplementFields>('supplements', {
    ...query(listed, limit),
    ...(cursor === undefined ? {} : { cursor }),
  })

/** People and fen per town. The list is as long as the decisions somebody took, so it is walked whole. */
export async function townSums(store: Pick<Store, 'find'>, listed: Listed): Promise<TownSum[]> {
  const sums = new Map<string | null, TownSum>()
  for await (const page of pagesOf<SupplementFields>(store, 'supplements', query(listed, 500)))
    for (const { fields } of page) {
      const { town, fen } = fields
      const sum = sums.get(town) ?? { town, people: 0, fen: 0 }
      sums.set(town, { town, people: sum.people + 1, fen: sum.fen + fen })
    }
  return [...sums.values()]
}

/** Whom a line of the list is about; undefined where they are out of reach by now. */
export async function personOf(
  { store, cipher }: Pick<StaffPorts, 'store' | 'cipher'>,
  { fields }: Stored<SupplementFields>,
): Promise<Resident | undefined> {
  const stored = await store.get<ResidentFields>('residents', fields.residentId)
  return stored && openResident(cipher, stored)
}

/** A line of the list as the desk shows it; undefined where the person is out of reach by now. */
export async function shownSupplement(
  ports: Pick<StaffPorts, 'store' | 'cipher'>,
  supplement: Stored<SupplementFields>,
): Promise<SupplementShown | undefined> {
  const { residentId, coverageYear, town, kind, fen, payMonth } = supplement.fields
  const person = await personOf(ports, supplement)
  if (!person) return undefined
  const payment = await subsidyPaymentOf(ports.store, residentId, coverageYear)
  const { name, idNumber } = person
  const paidOn = payment?.fields.paidOn ?? null
  return {
    residentId,
    coverageYear,
    name,
    maskedId: maskIdNumber(idNumber),
    town,
    kind,
    fen,
    payMonth,
    paidOn,
  }
}
