import * as z from 'zod/mini'
import { contract } from './contract'
import {
  coverageYear,
  fen,
  guardianConsent,
  instant,
  maskedId,
  orderNumber,
  orderState,
  personConsent,
  relation,
} from './fields'
import { complaintKind, complaintState } from './complaint'
import { proofState } from './proof'
import { reminderKind, reminderState } from './reminder'

/** 我的信息: all that is stored under the caller, as they may read it and take it along (个人信息保护法第四十五条). */
export const MyData = contract({
  name: 'myData',
  request: z.object({}),
  reply: z.object({
    people: z.array(z.object({ name: z.string(), maskedId, relation })),
    /** The latest first. `name` is null where the caller acts for that person no more. */
    consents: z.array(
      z.object({
        name: z.nullable(z.string()),
        text: z.union([personConsent, guardianConsent]),
        givenAt: instant,
        withdrawnAt: z.nullable(instant),
      }),
    ),
    orders: z.array(
      z.object({ orderNumber, coverageYear, fen, state: orderState, people: z.int(), createdAt: instant }),
    ),
    /** Messages that the caller was asked about; an openid is kept only while one is still to be sent. */
    reminders: z.array(
      z.object({ name: z.nullable(z.string()), kind: reminderKind, state: reminderState, askedAt: instant }),
    ),
    /** Papers that were sent, also those taken back or decided. */
    papers: z.array(
      z.object({ name: z.nullable(z.string()), paper: z.string(), state: proofState, receivedAt: instant }),
    ),
    /** What was written to an office; the text is null for an objection to a record. */
    complaints: z.array(
      z.object({
        kind: complaintKind,
        state: complaintState,
        text: z.nullable(z.string()),
        sentAt: instant,
      }),
    ),
    asOf: instant,
  }),
  refusals: [],
})

/**
 * 删除我的信息: the caller acts for nobody any more, is nobody here, and has withdrawn every consent (个人信息保护法第十五条、
 * 第四十七条). What belongs to money stays: orders, receipts, refunds, enrollments, and that consent was given and withdrawn.
 * Asking again changes nothing.
 */
export const ForgetMe = contract({
  name: 'forgetMe',
  request: z.object({}),
  reply: z.object({ people: z.int(), consents: z.int() }),
  refusals: [],
})
