import * as z from 'zod/mini'
import { staffContract } from './contract'
import { dayDue, dayStage, daySums, differenceShown, pushShown } from './day'
import { citedNotice, civilDay } from './fields'

/** 一天的账: what the ledger says of one day, where WeChat's bill says otherwise, and what was sent to whom. */
export const DayAccount = staffContract({
  name: 'dayAccount',
  request: z.object({ date: civilDay }),
  reply: z.object({
    date: civilDay,
    stage: dayStage,
    reconciled: z.boolean(),
    due: dayDue,
    sums: daySums,
    differences: z.array(differenceShown),
    /** The latest first. */
    versions: z.array(pushShown),
    notices: z.array(citedNotice),
  }),
  refusals: ['notFound'],
})
