/** What staff see of an import (导入): one file of one kind of roster, from its first bytes to being undone. */
import * as z from 'zod/mini'
import { counterRefusals } from './counter'
import { civilDay, coverageYear, instant } from './fields'

/** 人口底册 · 职工参保名单 · 民政 · 乡村振兴 · 残联 · 退役军人 · 卫健 · 任务数, by town and village · 柜台缴费. */
export const importKind = z.enum([
  'population',
  'employeeInsured',
  'civilAffairs',
  'ruralRevitalisation',
  'disabledFederation',
  'veterans',
  'health',
  'targets',
  'counterPayments',
])
export type ImportKind = z.infer<typeof importKind>

export const importId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))

/** A file comes in parts of so many bytes, the last one shorter. */
export const importPartBytes = 192 * 1024
export const mostImportParts = 220

const importField = z.enum([
  'name',
  'idNumber',
  'town',
  'village',
  'household',
  'identity',
  'since',
  'address',
  'phone',
  'account',
  'heads',
  'yuan',
  'paidOn',
  'receipt',
  'channel',
])
export type ImportField = z.infer<typeof importField>

/** Which column (from 1) holds what. */
export const importMapping = z.partialRecord(importField, z.int().check(z.minimum(1), z.maximum(64)))
export type ImportMapping = z.infer<typeof importMapping>

/**
 * `uploading` parts are coming · `uploaded` read, its columns not yet named · `mapped` columns named, being tried · `tried` what it
 * would do is known · `committing` · `committed` · `checking` whether anything depends on it that is to be undone · `undoing` · `undone` ·
 * `refused` the file is no roster · `abandoned` nobody went on with it, and what was parked is gone.
 */
export const importState = z.enum([
  'uploading',
  'uploaded',
  'mapped',
  'tried',
  'committing',
  'committed',
  'checking',
  'undoing',
  'undone',
  'refused',
  'abandoned',
])
export type ImportState = z.infer<typeof importState>

/** How many people the file adds, changes, leaves as they are, and how many rows are rejected. */
const importCounts = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
})
export type ImportCounts = z.infer<typeof importCounts>

/**
 * What depends on what an import did: things changed since, people enrolled since, with an order or a supplement (应补) since, payments
 * whose day is closed.
 */
const importDependents = z.object({ changed: z.int(), paid: z.int(), closed: z.int() })
export type ImportDependents = z.infer<typeof importDependents>

/** Why a whole file is turned away: what the reader says of it, and `headingsMissing` no row that names its columns. */
export const importFileRefusal = z.enum([
  'notAWorkbook',
  'oldWorkbook',
  'broken',
  'encrypted',
  'macros',
  'formula',
  'zipBomb',
  'declarations',
  'unsafeNames',
  'externalLinks',
  'severalSheets',
  'hiddenRows',
  'empty',
  'encoding',
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  'tooManyCells',
  'longCell',
  'headingsMissing',
])
export type ImportFileRefusal = z.infer<typeof importFileRefusal>

/** 整份名单 or 只有新增的: whether a roster lists everybody with an identity, so that whoever is not on it has none. */
export const rosterLists = z.enum(['everybody', 'additions'])
export type RosterLists = z.infer<typeof rosterLists>

export const importShown = z.object({
  importId,
  kind: importKind,
  state: importState,
  /** Whether whoever commits it is asked if it lists everybody: a roster of identities for a whole region. */
  asksWhom: z.boolean(),
  /** The file's name, as its sender gave it. */
  fileName: z.string(),
  startedAt: instant,
  /** The coverage year that targets are for; null for a roster of people. */
  coverageYear: z.nullable(coverageYear),
  /** Rows below the headings; 0 until the file is read. */
  rows: z.int(),
  /** How far the step that is going on has come, in rows. */
  doneRows: z.int(),
  /** The heading row, to name the columns by; empty until it is read. */
  headings: z.array(z.string()),
  mapping: importMapping,
  /** What this kind has columns of. */
  fields: z.array(z.object({ field: importField, needed: z.boolean() })),
  counts: importCounts,
  /**
   * Of a roster of identities for a whole region: the last whole one of its kind and what was added to it, how many people they name,
   * and how many of them this file does not name. Null where there is none, or it was not tried yet.
   */
  last: z.nullable(z.object({ day: civilDay, people: z.int(), missing: z.int() })),
  /** As the file (合计) or its sender says; null where nobody says. */
  statedTotal: z.nullable(z.int()),
  /** What that total is compared with: the rows of people, the sum of the heads of a table of targets, or a sum of money. */
  countedTotal: z.int(),
  /** What both count. */
  totalIn: z.enum(['people', 'fen']),
  /** While it is `checking`, found so far; `committed` again, why nothing was undone; `undoing` and `undone`, what stays as it is. */
  dependents: importDependents,
  /** Its rows are still there; after some time they are emptied. */
  parked: z.boolean(),
  /** Why the file is no roster, and where; null while it is one. */
  refusal: z.nullable(importFileRefusal),
  spot: z.nullable(z.object({ row: z.int(), column: z.int() })),
})
export type ImportShown = z.infer<typeof importShown>

/**
 * Why a row is rejected: `nameMissing nameForm idMissing numericId` the ID number stands as a number and has lost its digits ·
 * the five of an ID number · `twice` the person stands in the file before · `otherName` the ID number is of another name ·
 * `unknownHere` nobody within reach has this ID number · `townUnknown identityUnknown dateForm` · `placeForm` a village, a household
 * number, an address or a telephone number that is none · `accountForm` an account that is none, or stands as a number ·
 * `headsForm` no number of people · `villageMissing` somebody of one town names no village · `endedByCorrection` an office has said
 * with a paper that this person does not have the identity · `sumForm receiptForm channelUnknown` of a payment, `channelOfTown` a town
 * holds the money, and it is not the town that lists it, and everything a counter may refuse.
 */
export const importReason = z.enum([
  'nameMissing',
  'nameForm',
  'idMissing',
  'numericId',
  'idLength',
  'idCharacter',
  'idDate',
  'idFuture',
  'idCheckDigit',
  'twice',
  'otherName',
  'unknownHere',
  'townUnknown',
  'identityUnknown',
  'dateForm',
  'placeForm',
  'accountForm',
  'headsForm',
  'villageMissing',
  'endedByCorrection',
  'sumForm',
  'receiptForm',
  'channelUnknown',
  'channelOfTown',
  ...counterRefusals,
])
export type ImportReason = z.infer<typeof importReason>
