/** What staff see of an import (导入): one file of one kind of roster, from its first bytes to being undone. */
import * as z from 'zod/mini'
import { instant } from './fields'

/** 人口底册 · 职工参保名单 · 民政 · 乡村振兴 · 残联 · 退役军人 · 卫健. */
export const importKind = z.enum([
  'population',
  'employeeInsured',
  'civilAffairs',
  'ruralRevitalisation',
  'disabledFederation',
  'veterans',
  'health',
])
export type ImportKind = z.infer<typeof importKind>

export const importId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))

/** A file comes in parts of so many bytes, the last one shorter. */
export const importPartBytes = 192 * 1024
export const mostImportParts = 220

export const importField = z.enum(['name', 'idNumber', 'town', 'identity', 'since'])
export type ImportField = z.infer<typeof importField>

/** Which column (from 1) holds what. */
export const importMapping = z.partialRecord(importField, z.int().check(z.minimum(1), z.maximum(64)))
export type ImportMapping = z.infer<typeof importMapping>

/**
 * `uploading` parts are coming · `uploaded` read, its columns not yet named · `mapped` columns named, being tried · `tried` what it
 * would do is known · `committing` · `committed` · `undoing` · `undone` · `refused` the file is no roster.
 */
export const importState = z.enum([
  'uploading',
  'uploaded',
  'mapped',
  'tried',
  'committing',
  'committed',
  'undoing',
  'undone',
  'refused',
])
export type ImportState = z.infer<typeof importState>

/** How many people the file adds, changes, leaves as they are, and how many rows are rejected. */
export const importCounts = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
})
export type ImportCounts = z.infer<typeof importCounts>

export const importShown = z.object({
  importId,
  kind: importKind,
  state: importState,
  startedAt: instant,
  /** Rows of people; 0 until the file is read. */
  rows: z.int(),
  /** How far the step that is going on has come, in rows. */
  doneRows: z.int(),
  /** The heading row, to name the columns by; empty until it is read. */
  headings: z.array(z.string()),
  mapping: importMapping,
  counts: importCounts,
  /** People as the file (合计) or its sender says; null where nobody says. */
  statedTotal: z.nullable(z.int()),
  /** Why the file is no roster, and where; null while it is one. */
  refusal: z.nullable(z.string()),
  spot: z.nullable(z.object({ row: z.int(), column: z.int() })),
})
export type ImportShown = z.infer<typeof importShown>

/**
 * Why a row is rejected: `nameMissing nameForm idMissing numericId` the ID number stands as a number and has lost its digits ·
 * the five of an ID number · `twice` the person stands in the file before · `otherName` the ID number is of another name ·
 * `unknownHere` nobody within reach has this ID number · `townUnknown identityUnknown dateForm`.
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
])
export type ImportReason = z.infer<typeof importReason>
