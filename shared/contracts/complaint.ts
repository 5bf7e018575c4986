/** 意见投诉, as whoever sent one sees it. */
import * as z from 'zod/mini'
import { coverageYear, instant } from './fields'

export const complaintId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))

/** 缴费、退费的钱 · 参保、身份、待遇 · 多收钱、办事态度 · 这个小程序. */
export const complaintTopic = z.enum(['money', 'cover', 'conduct', 'app'])
export type ComplaintTopic = z.infer<typeof complaintTopic>

/** A topic, or `record`: an objection (异议) to a record that stops somebody. */
export const complaintKind = z.enum([...complaintTopic.options, 'record'])
export type ComplaintKind = z.infer<typeof complaintKind>

/** `received` waits for the office · `handling` somebody there has taken it · `answered` · `closed`. */
export const complaintState = z.enum(['received', 'handling', 'answered', 'closed'])
export type ComplaintState = z.infer<typeof complaintState>

/** Whose it is: 税务局 · 医保局 · 乡镇. */
export const complaintDesk = z.enum(['tax', 'bureau', 'town'])
export type ComplaintDesk = z.infer<typeof complaintDesk>

/** Characters: what one person writes on a phone, and what an office answers. */
export const complaintLengths = { text: 500, answer: 300 } as const

export const namedOffice = z.object({ name: z.string(), phone: z.nullable(z.string()) })

/** What somebody says against a record: `never` insured there · `ended` and it is over · `notMine` somebody else's. */
export const objection = z.enum(['never', 'ended', 'notMine'])

export const complaintShown = z.object({
  complaintId,
  kind: complaintKind,
  coverageYear,
  state: complaintState,
  office: namedOffice,
  /** False where the notice names no office of that desk, so that the one for open questions has it. */
  officeStated: z.boolean(),
  /** As written; null for an objection. */
  text: z.nullable(z.string()),
  says: z.nullable(objection),
  /** The office's; null while there is none. */
  answer: z.nullable(z.string()),
  /** Instants. */
  sentAt: instant,
  asOf: instant,
})
export type ComplaintShown = z.infer<typeof complaintShown>
