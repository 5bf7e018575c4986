import * as z from 'zod/mini'
import { complaintLengths, complaintShown, complaintTopic } from './complaint'
import { contract } from './contract'
import { clientKey, coverageYear, orderNumber, region } from './fields'

/**
 * 意见投诉: to the office that the table names for the topic. The same key is the same complaint. What the page knows goes with
 * it: which page, place and year, which order. An order that is not the caller's own is left out.
 */
export const SendComplaint = contract({
  name: 'sendComplaint',
  request: z.object({
    key: clientKey,
    topic: complaintTopic,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(complaintLengths.text)),
    region,
    coverageYear,
    /** The page's name in the app. */
    page: z.string().check(z.regex(/^[a-z]{2,20}$/)),
    orderNumber: z.optional(orderNumber),
    /** Of the app. */
    version: z.string().check(z.regex(/^[\w.-]{1,20}$/)),
  }),
  reply: z.object({ complaint: complaintShown }),
  refusals: ['noPolicy', 'keyReused'],
})
