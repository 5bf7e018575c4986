import * as z from 'zod/mini'
import { staffContract } from './contract'
import { citedNotice, civilDay, clauses, coverageYear, maskedId, residentId } from './fields'

/**
 * 快到期的新生儿: children that are known here, not enrolled, and whose last day has not passed; where the notice says nothing of
 * newborns, those who wait for the bureau's word, without a day. Who is named is asked for apart: that is a look at people.
 */
export const NewbornsDue = staffContract({
  name: 'newbornsDue',
  request: z.object({ coverageYear, named: z.boolean() }),
  reply: z.object({
    /** False where the notice has no clause on newborns. */
    stated: z.boolean(),
    clauses,
    ask: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
    count: z.int(),
    /** There are more people than one call looks at. */
    more: z.boolean(),
    /** The earliest last day of all; null where there is none. */
    earliest: z.nullable(civilDay),
    /** At most twenty, the most pressing first, those without a day last; none where nobody is to be named. */
    children: z.array(z.object({ residentId, name: z.string(), maskedId, deadline: z.nullable(civilDay) })),
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy'],
})
