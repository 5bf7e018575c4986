import type { CivilDay } from '../../../shared/rules/civilDay'
import type { Contract, Outcome, RequestOf } from '../../../shared/contracts/contract'
import { ListAudit } from '../../../shared/contracts/listAudit'
import { replyOf } from './startWorld'

type Ask = <C extends Contract>(contract: C, request: RequestOf<C>) => Promise<Outcome<C>>

/** What the audit page tells an auditor about one person on a day, besides that it was asked: codes, the latest first. */
export const lookedAt = async (auditor: Ask, day: CivilDay, person: string): Promise<string[]> =>
  replyOf(await auditor(ListAudit, { day, person }))
    .events.map(({ action }) => action)
    .filter((action) => action !== 'auditListed')
