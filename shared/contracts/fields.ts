/** The small things that requests and replies are made of, each with its form and its unit. */
import * as z from 'zod/mini'
import type { Assessment } from '../rules/assessment'
import { isCivilDay } from '../rules/civilDay'

/** A region's slug, as in the policy tables' folders. */
export const region = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/))

/** The coverage year (参保年度): the year in which the resident is covered, not the year of paying. */
export const coverageYear = z.int().check(z.minimum(2000), z.maximum(2100))

/** A day that exists in the civil calendar, Asia/Shanghai. */
export const civilDay = z.string().check(z.refine(isCivilDay))

/** A moment, UTC, ISO 8601. */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/))

/** A sum in fen (分). */
export const fen = z.int().check(z.minimum(0))

/** What is somebody's number and not an id: an ID number, or a telephone's. Ids are written into the audit log; such numbers never are. */
export const isNoNumber = (id: string): boolean => !/^(\d{17}[\dXx]|\d{11})$/.test(id)

/** An opaque random id, never derived from the ID number. */
export const residentId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,40}$/), z.refine(isNoNumber))

/** 缴费单号, also WeChat's `out_trade_no`: 6 to 32 characters. */
export const orderNumber = z.string().check(z.regex(/^[A-Za-z0-9_*|-]{6,32}$/))

/** What the client makes once per intended payment and keeps over reloads: a UUID. */
export const clientKey = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))

/** SHA-256 of a policy table's canonical JSON, hexadecimal. */
export const tableHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** `<notice>#<clause>`. */
export const clauses = z.array(z.string())

export const otherCover = z.enum(['none', 'employee', 'residentElsewhere'])

/**
 * What a member is to the caller, as the caller says: `self` 自己 · `spouse` 配偶 · `parent` 父母 · `child` 子女 ·
 * `other` 其他，代办.
 */
export const relation = z.enum(['self', 'spouse', 'parent', 'child', 'other'])
export type Relation = z.infer<typeof relation>

/** The text a guardian has agreed to, by its version: another wording is another version. */
export const guardianConsent = z.enum(['guardian-1'])
export type GuardianConsent = z.infer<typeof guardianConsent>

/** 单独同意: the text about names and ID numbers that whoever enters them has agreed to, by its version. */
export const personConsent = z.enum(['person-1'])
export type PersonConsent = z.infer<typeof personConsent>

/** An ID number, or a birth certificate's, with all but the first four and the last two characters hidden. */
export const maskedId = z.string().check(z.regex(/^[\dA-Z]\d{3}\*{4}\d[\dX]$/))

/** The place whose table applies. */
export const place = z.object({ region, name: z.string() })

/** A notice to cite: its id (what clauses begin with), title, and number and day where it states them. */
export const citedNotice = z.object({
  id: z.string(),
  title: z.string(),
  number: z.optional(z.string()),
  issued: z.optional(civilDay),
  /** Where the year in the title is not the coverage year the notice is about: both, so that nobody is misled. */
  years: z.optional(z.object({ inTitle: z.int(), covered: z.int() })),
})

/**
 * How far an order is, for a resident: `unpaid` may still be paid · `confirming` WeChat has not given an answer
 * to rely on · `paid` · `closed` without payment · `paidLate` paid after closing, the money goes back.
 */
export const orderState = z.enum(['unpaid', 'confirming', 'paid', 'closed', 'paidLate'])
export type PublicOrderState = z.infer<typeof orderState>

/** The rule module's answer, handed on untouched: it made it, so it is not checked field by field again. */
export const assessment = z.custom<Assessment>((value) => typeof value === 'object' && value !== null)

/** A town or a village by name; null: of those whom the register gives none. */
export const placeName = z.nullable(z.string().check(z.minLength(1), z.maxLength(60)))

/** Where a list of people goes on; it says nothing about anybody. */
export const listCursor = z.optional(z.string().check(z.maxLength(600)))
