import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, residentId } from './fields'

/**
 * 打印参保记录: one coverage year of one resident as a PDF. `notEnrolled` where nothing stands for that year; `notTold` for a
 * proxy who did not pay, because the page says what was paid.
 */
export const PrintRecord = contract({
  name: 'printRecord',
  request: z.object({ residentId, coverageYear }),
  reply: z.object({
    /** Names nobody. */
    fileName: z.string(),
    /** The PDF, Base64. */
    pdf: z.string(),
  }),
  refusals: ['notFound', 'noPolicy', 'notEnrolled', 'notTold'],
})
