import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, coverageYear, fen, residentId } from './fields'

/**
 * 资助已发放: the finance office has paid a subsidy to somebody's benefit card (一卡通). `notFound` covers people of other regions
 * and whoever is not enrolled for that year; `notedAlready` a payment that is noted with another sum or day.
 */
export const NoteSubsidyPaid = staffContract({
  name: 'noteSubsidyPaid',
  request: z.object({ residentId, coverageYear, fen: fen.check(z.minimum(1)), paidOn: civilDay }),
  reply: z.object({ noted: z.literal(true) }),
  refusals: ['notFound', 'notedAlready', 'inFuture'],
})
