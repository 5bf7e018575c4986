import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents, Stored } from '../_ports/store'
import { yearId } from './enrollmentRecord'

/** 资助已发放: `subsidyPayments/<residentId>-<coverageYear>`: the finance office has paid to the benefit card (一卡通). */
export type SubsidyPaymentFields = {
  residentId: string
  region: string
  coverageYear: number
  fen: number
  paidOn: CivilDay
  /** Staff id, and instant, UTC. */
  notedBy: string
  notedAt: string
}

export const subsidyPaymentOf = (
  documents: Pick<Documents, 'get'>,
  residentId: string,
  coverageYear: number,
): Promise<Stored<SubsidyPaymentFields> | undefined> =>
  documents.get<SubsidyPaymentFields>('subsidyPayments', yearId(residentId, coverageYear))
