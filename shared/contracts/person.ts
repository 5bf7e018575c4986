/** 居民: what the offices see of one person, where each fact comes from, and how one is corrected. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, clientKey, coverageYear, fen, instant, maskedId, otherCover, residentId } from './fields'
import { counterUndone } from './counterUndone'
import { importKind } from './imports'
import { refundReason } from './refund'
import { findingKind, findingState, month } from './match'

/** Who said a fact (来源). `by`: the member of staff, where there was one and the caller may know them. */
const sourceShown = z.object({
  kind: z.enum(['import', 'guardian', 'correction', 'merge', 'demonstration']),
  /** Of an import: which roster. */
  roster: z.nullable(importKind),
  /** Of an import: the row of its file. Null where no row says it, or that was not kept. */
  row: z.nullable(z.int()),
  by: z.nullable(z.string()),
  at: instant,
})
export type SourceShown = z.infer<typeof sourceShown>

/**
 * A part of what is known: `identity.<kind>` one identity, `identities` that there is none, `ended.<kind>` one that a correction says
 * does not hold.
 */
const part = z.string().check(z.regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/))

const factShown = z.object({
  part,
  /** A code of the vocabulary, a year, or the words themselves. */
  value: z.string(),
  /** Of an identity: since when it is recognised; null where that is not known. */
  since: z.nullable(civilDay),
  /** Null where nobody wrote down who said it. */
  source: z.nullable(sourceShown),
  /** A roster that says something else since; null where none does. */
  contradictedBy: z.nullable(sourceShown),
})
export type FactShown = z.infer<typeof factShown>

const happened = <What extends string, Shape extends z.core.$ZodLooseShape>(what: What, shape: Shape) =>
  z.object({ what: z.literal(what), at: z.union([instant, civilDay]), by: z.nullable(z.string()), ...shape })

/** One thing that happened to a person's record, the latest first; `by` as in a source. */
const timelineEntry = z.discriminatedUnion('what', [
  happened('said', { source: sourceShown, parts: z.array(part) }),
  happened('contradicted', { source: sourceShown, part }),
  happened('corrected', {
    part,
    reason: z.string(),
    before: z.nullable(z.string()),
    after: z.nullable(z.string()),
    words: z.nullable(z.string()),
    document: z.nullable(z.string()),
  }),
  happened('merged', {}),
  happened('enrolled', {
    coverageYear,
    way: z.string(),
    fen: z.nullable(fen),
    identity: z.nullable(z.string()),
    stands: z.boolean(),
  }),
  /** `why`: the fee went back, or it was a mistake at a counter; null where the caller may not see which. */
  happened('withdrawn', { coverageYear, why: z.nullable(z.enum(['refund', 'mistake'])) }),
  /** `isBack`: this person's part of it has gone back. */
  happened('ordered', { coverageYear, state: z.string(), fen, isBack: z.boolean() }),
  /** `channel` null where only that it was taken back is still known; `undone` null while it stands. */
  happened('counterPaid', {
    coverageYear,
    fen,
    channel: z.nullable(z.string()),
    undone: z.nullable(counterUndone),
  }),
  happened('refund', { coverageYear, state: z.string(), fen, reason: z.nullable(refundReason) }),
  happened('matched', {
    coverageYear,
    month,
    kind: findingKind,
    state: findingState,
    fen: z.nullable(fen),
  }),
  happened('owed', { coverageYear, fen, payMonth: z.nullable(month) }),
  happened('subsidyPaid', { coverageYear, fen }),
  happened('saidPaidElsewhere', { coverageYear, channel: z.string() }),
  happened('proof', { coverageYear, paper: z.string(), state: z.string() }),
  happened('objection', { coverageYear, state: z.string() }),
  happened('special', { coverageYear, group: z.string(), state: z.string() }),
  happened('consent', { text: z.string(), withdrawn: z.boolean() }),
])
export type TimelineEntry = z.infer<typeof timelineEntry>

/**
 * 找人: by name and full number, exactly. `notFound` is the one answer to a number nobody has, to another name, and to somebody of
 * another place; a try that found nobody counts against the caller's number of tries (`tooMany`).
 */
export const FindPerson = staffContract({
  name: 'findPerson',
  request: z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    idNumber: z.string().check(z.trim(), z.maxLength(40)),
  }),
  reply: z.object({ residentId }),
  refusals: ['idLength', 'idCharacter', 'idDate', 'idFuture', 'idCheckDigit', 'notFound'],
})

/** 居民档案: one person as they stand, and everything that happened. That it was looked at, and by whom, is in the audit log. */
export const PersonTimeline = staffContract({
  name: 'personTimeline',
  request: z.object({ residentId }),
  reply: z.object({
    person: z.object({
      residentId,
      name: z.string(),
      maskedId,
      /** Known by a birth certificate: there is no ID number yet. */
      temporary: z.boolean(),
      born: z.nullable(civilDay),
      /** The record that goes on in its place; null for one that stands. */
      mergedInto: z.nullable(residentId),
      /** To be said again with a correction. */
      revision: z.int(),
      facts: z.array(factShown),
    }),
    timeline: z.array(timelineEntry),
    /** The parts that the caller may correct. */
    mayCorrect: z.array(part),
    /** The towns there are; empty where the place's tables list none. */
    towns: z.array(z.string()),
    /** The identities that the place's tables and rosters know. */
    identities: z.array(z.string()),
  }),
  refusals: ['notFound'],
})

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const identityCode = z.string().check(z.regex(/^[A-Za-z]+(\/\w+)?$/))

/** The codes of the vocabulary, as a choice. */
export const residenceCode = z.enum([
  'hukou',
  'hukouOtherTown',
  'permit',
  'longTerm',
  'familyOfHukou',
  'marriedIn',
  'hmtPermit',
  'none',
])

/** What is corrected, and how it is right. Never the ID number: that is a merge. */
export const correction = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('name'),
    value: words(50).check(z.regex(/^[\p{Script=Han}\p{L}·•・‧∙⋅.]{2,50}$/u)),
  }),
  z.object({ part: z.literal('town'), value: words(40) }),
  z.object({ part: z.literal('village'), value: words(40) }),
  z.object({ part: z.literal('household'), value: words(40) }),
  z.object({ part: z.literal('residence'), value: residenceCode }),
  z.object({ part: z.literal('otherCover'), value: otherCover }),
  z.object({
    part: z.literal('identities'),
    value: z.array(z.object({ code: identityCode, since: z.nullable(civilDay) })).check(z.maxLength(12)),
    /** 文号: the paper by which an office says so. */
    document: words(60),
  }),
])
export type Correction = z.infer<typeof correction>
export const correctedPart = z.enum([
  'name',
  'town',
  'village',
  'household',
  'residence',
  'identities',
  'otherCover',
]) satisfies z.ZodMiniType<Correction['part']>
export type CorrectedPart = z.infer<typeof correctedPart>

/** 更正原因: 录入写错 · 户口簿为准 · 搬家迁户 · 看过证明 · 本人说明 · 部门来文 · 其他. */
export const correctionReason = z.enum([
  'misspelt',
  'householdRegister',
  'moved',
  'proofSeen',
  'personSays',
  'officeSays',
  'other',
])
export type CorrectionReason = z.infer<typeof correctionReason>

/**
 * 更正: with the reason, and a sentence for whoever reads it later. The same key is the same correction. `changedSince` somebody has
 * changed the person since they were looked at · `nothingNew` it stands so already · `townUnknown identityUnknown` not of this
 * place's tables · `orderOpen` somebody is paying for them right now, and it would change what is due · `temporaryName` a child without
 * an ID number keeps its name until it has one.
 */
export const CorrectPerson = staffContract({
  name: 'correctPerson',
  request: z.object({
    key: clientKey,
    residentId,
    revision: z.int(),
    correction,
    reason: correctionReason,
    words: words(200),
  }),
  reply: z.object({ residentId }),
  refusals: [
    'notFound',
    'changedSince',
    'nothingNew',
    'townUnknown',
    'identityUnknown',
    'orderOpen',
    'temporaryName',
  ],
})
