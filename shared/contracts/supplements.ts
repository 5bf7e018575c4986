/** 应补名单: what the benefit cards are owed by a month's match, per town, and as a file. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, coverageYear, fen, maskedId, residentId } from './fields'
import { findingKind, month } from './match'

const town = z.nullable(z.string())

const supplementShown = z.object({
  residentId,
  coverageYear,
  name: z.string(),
  maskedId,
  town,
  kind: findingKind,
  fen,
  /** The month the notice names; null where it names none. */
  payMonth: z.nullable(month),
  /** When the finance office has noted the payment; null until then. */
  paidOn: z.nullable(civilDay),
})
export type SupplementShown = z.infer<typeof supplementShown>

/** One town's people and sum; `town: null` is for those of whom no roster says where they live. */
const townSum = z.object({ town, people: z.int(), fen })
export type TownSum = z.infer<typeof townSum>

/** A month's list in administrative order, a page at a time, and with the first page what it comes to per town. */
export const ListSupplements = staffContract({
  name: 'listSupplements',
  request: z.object({ coverageYear, month, town: z.optional(z.string()), cursor: z.optional(z.string()) }),
  reply: z.object({
    supplements: z.array(supplementShown),
    cursor: z.optional(z.string()),
    towns: z.array(townSum),
  }),
  refusals: [],
})

/**
 * 导出应补名单: as CSV with names, ID numbers and benefit cards in full, which is what the payer needs; who took it along and when
 * stands in its first line and in the audit log. `cursor` as long as there is more.
 */
export const ExportSupplements = staffContract({
  name: 'exportSupplements',
  request: z.object({ coverageYear, month, town: z.optional(z.string()), cursor: z.optional(z.string()) }),
  reply: z.object({ csv: z.string(), rows: z.int(), cursor: z.optional(z.string()) }),
  refusals: [],
})
