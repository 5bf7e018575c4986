/** 证明材料, as a resident sees one, and the sizes both sides keep to. */
import * as z from 'zod/mini'
import { coverageYear, instant, residentId } from './fields'

/** A proof's id, made from the key that the phone keeps: the same key is the same proof. */
export const proofId = z.string().check(z.regex(/^[0-9a-f]{32}$/))

/** A paper by the vocabulary's code. */
export const paperCode = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/))

/** A file as what it is, whatever its name says. */
export const proofKind = z.enum(['jpeg', 'png', 'pdf'])
export type ProofKind = z.infer<typeof proofKind>

/**
 * Bytes. A part travels and is stored by itself: in base64 it fits into one document and one call on every platform. It
 * is a multiple of three, so that a phone can read a file in base64 piece by piece.
 */
export const proofSizes = { part: 192 * 1024, largest: 4 * 1024 * 1024 } as const

export const partsOf = (bytes: number): number => Math.ceil(bytes / proofSizes.part)

/** Some bytes in base64. */
export const partContent = z
  .string()
  .check(z.maxLength((proofSizes.part / 3) * 4), z.regex(/^[A-Za-z0-9+/]+={0,2}$/))

/**
 * `received` waits for the office · `inReview` somebody has opened it · `accepted` · `rejected` it does not prove what it
 * should · `askedAgain` a better picture is wanted · `replaced` by a later one · `withdrawn` by whoever sent it.
 */
export const proofState = z.enum([
  'received',
  'inReview',
  'accepted',
  'rejected',
  'askedAgain',
  'replaced',
  'withdrawn',
])
export type ProofState = z.infer<typeof proofState>

/** Why an office does not accept it: 看不清 · 缺页 · 不是这份证明 · 不是本人的 · 年度不对 · 其他. */
export const proofReason = z.enum([
  'unreadable',
  'incomplete',
  'otherPaper',
  'otherPerson',
  'otherYear',
  'other',
])
export type ProofReason = z.infer<typeof proofReason>

export const proofShown = z.object({
  proofId,
  residentId,
  coverageYear,
  paper: paperCode,
  kind: proofKind,
  state: proofState,
  /** The office's; null while there is none. */
  reason: z.nullable(proofReason),
  /** Instants: when it had arrived whole, and when its state last changed. */
  receivedAt: instant,
  asOf: instant,
})
export type ProofShown = z.infer<typeof proofShown>
