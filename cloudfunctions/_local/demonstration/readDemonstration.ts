import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { importKind } from '../../../shared/contracts/imports'
import { role } from '../../../shared/contracts/staff'

const shares = z.record(z.string(), z.int())
const daySpan = { from: z.string(), to: z.string() }

const place = z.strictObject({
  region: z.string(),
  coverageYear: z.int(),
  /** The column of the table's targets that says how many live where; left out: the table lists no towns. */
  townWeights: z.optional(z.string()),
  /** Out of a thousand residents of the whole service. */
  share: z.int(),
  /** The first six digits of the ID numbers. */
  bornIn: z.string().check(z.regex(/^\d{6}$/)),
  residences: shares,
  otherCover: shares,
  identities: shares,
  recognisedSince: z.strictObject({ share: z.int(), ...daySpan }),
  enrolled: z.strictObject({ share: z.int(), ...daySpan }),
  lastCovered: shares,
})
export type DemonstrationPlace = z.infer<typeof place>

const namedPerson = z.strictObject({
  name: z.string(),
  idNumber: z.string(),
  region: z.string(),
  /** Left out: the first that the table lists. */
  town: z.optional(z.string()),
  identities: z.array(z.string()),
  otherCover: z.optional(z.enum(['none', 'employee', 'residentElsewhere'])),
  lastCovered: z.int(),
  student: z.optional(z.string()),
  try: z.optional(z.boolean()),
  /** What trying this person shows. */
  sees: z.string(),
})
export type NamedPerson = z.infer<typeof namedPerson>

const staff = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  region: z.string(),
  /** Left out: of every town. */
  town: z.optional(z.string()),
  /** The kinds of roster they may import; left out: none. */
  imports: z.optional(z.array(importKind)),
})

const roster = z.strictObject({
  region: z.string(),
  kind: importKind,
  startedBy: z.string(),
  fileName: z.string(),
  /** The day it was taken in. */
  on: z.string(),
  /** Of a thousand who stood on it before, so many stand on it no more; the named people all do. */
  leftOut: z.int(),
})
export type DemonstrationRoster = z.infer<typeof roster>

const demonstration = z.strictObject({
  today: z.string(),
  /** Who receives each county's day, a folder each. */
  departments: z.array(z.string()),
  surnames: z.string(),
  givenNames: z.array(z.string()),
  variants: z.array(z.string()),
  /** The villages of every town. */
  villages: z.array(z.string()).check(z.minLength(1)),
  places: z.array(place),
  people: z.array(namedPerson),
  staff: z.array(staff),
  rosters: z.array(roster),
})
export type Demonstration = z.infer<typeof demonstration>

/** What the local service's made-up residents are made of. @throws where the file has not that shape. */
export const readDemonstration = (): Demonstration =>
  z.parse(demonstration, parse(readFileSync(join(__dirname, 'demonstration.yaml'), 'utf8')))
