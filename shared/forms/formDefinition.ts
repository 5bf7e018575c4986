/** How one form (表册) is made, as data: which columns and fields it has, from which notice, and who stands on it. */
import * as z from 'zod/mini'
import { blankBox, columnType, paper } from './form'

/**
 * What a column or a field is filled with. Of the form: `place town village year today people`. Of a person: the others.
 * Without one it is blank, to be filled in by hand.
 */
const fill = z.enum([
  'place',
  'town',
  'village',
  'year',
  'today',
  'people',
  'serial',
  'name',
  'idNumber',
  'sex',
  'age',
  'born',
  'address',
  'phone',
  'account',
  'identities',
  'specialGroup',
  'evidence',
  'otherCover',
  'insuredAt',
  'standing',
  'standard',
  'subsidy',
  'due',
  'paid',
  'paidOn',
  'way',
])
export type Fill = z.infer<typeof fill>

const column = z.strictObject({
  title: z.string(),
  mm: z.number(),
  fill: z.optional(fill),
  type: z.optional(columnType),
  align: z.optional(z.enum(['left', 'center', 'right'])),
})

const field = z.strictObject({ label: z.string(), fill: z.optional(fill) })

/**
 * 特殊人群 · 在别处参保 · 已缴费 · 已参保 · 免征代缴登记的 · 有资助 · 全额资助 · 还没参保 · 还没参保、要本人缴的.
 */
const onForm = z.enum([
  'specialGroup',
  'coveredElsewhere',
  'paid',
  'enrolled',
  'paidOnBehalf',
  'subsidised',
  'fullySubsidised',
  'notEnrolled',
  'toCollect',
])
export type OnForm = z.infer<typeof onForm>

export const formDefinition = z.strictObject({
  key: z.string().check(z.regex(/^[a-z][A-Za-z0-9]{2,40}$/)),
  name: z.string(),
  /** `{place}`, `{town}`, `{village}` and `{year}` are filled in; `{village|村|社区}` without that ending. */
  title: z.string(),
  /** Which notices have it. `printed`: with its columns, and not by name alone; a title of its own where it gives one. */
  namedBy: z.array(
    z.strictObject({
      notice: z.string(),
      clauses: z.array(z.string()).check(z.minLength(1)),
      printed: z.boolean(),
      title: z.optional(z.string()),
    }),
  ),
  /** Whether counties whose notice does not name it may use it as well. */
  common: z.boolean(),
  paper,
  rowMm: z.number(),
  sheetPer: z.enum(['form', 'household', 'person']),
  on: onForm,
  /** Only people with one of these identities, or a grade of one. */
  identities: z.optional(z.array(z.string())),
  village: z.enum(['may', 'must']),
  /** Whether a span of days of payment is asked for. */
  period: z.boolean(),
  head: z.array(field),
  facts: z.array(field),
  columns: z.array(column),
  /** The label of the row of sums, and which columns are added up. */
  total: z.optional(z.strictObject({ label: z.string(), sums: z.array(fill) })),
  notes: z.array(z.string()),
  foot: z.array(field),
  boxes: z.array(blankBox),
  /** So many rows, or pages where each person has one, are one file: one volume (册). */
  volume: z.number(),
  /** What whoever makes it should check, because no record says it. */
  check: z.optional(z.string()),
})
export type FormDefinition = z.infer<typeof formDefinition>
