import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, instant, residentId } from './fields'

/** 我缴过了: back from an official channel. It is kept as 待税务确认 and never counts as paid. */
export const ReportPaidElsewhere = contract({
  name: 'reportPaidElsewhere',
  request: z.object({ residentId, coverageYear, channel: z.string().check(z.maxLength(40)) }),
  reply: z.object({ state: z.literal('awaitingTax'), asOf: instant }),
  refusals: ['notFound', 'noPolicy', 'unknownChannel', 'alreadyPaid'],
})
