/**
 * 表册: one form as it is previewed, printed and written as a workbook, all three from this one model. Lengths are
 * millimetres; every cell is the text that a reader sees.
 */
import * as z from 'zod/mini'

/** What stands in a column: text, a figure that a spreadsheet may add up, or a civil day. */
export const columnType = z.enum(['text', 'figure', 'date'])

const formColumn = z.object({
  title: z.string(),
  mm: z.number(),
  align: z.enum(['left', 'center', 'right']),
  type: columnType,
})
export type FormColumn = z.infer<typeof formColumn>

/** A label and what stands behind it; an empty text is filled in by hand. */
const labelled = z.object({ label: z.string(), text: z.string() })
export type Labelled = z.infer<typeof labelled>

/** A blank box for a signature or a seal (签字、盖章). Nothing is ever drawn in it. */
export const blankBox = z.object({ label: z.string(), widthMm: z.number(), heightMm: z.number() })
export type BlankBox = z.infer<typeof blankBox>

/** What is filled in as one: a list, or the page of one person or household. It begins on a page of its own. */
const formSheet = z.object({
  titles: z.array(z.string()),
  /** Above the table, side by side. */
  head: z.array(labelled),
  /** One below the other: what a page about one person says. */
  facts: z.array(labelled),
  /** Without columns there is no table. */
  columns: z.array(formColumn),
  rows: z.array(z.array(z.string())),
  /** The sums below the rows; null where the form has none, or they stand in the last volume. */
  total: z.nullable(z.array(z.string())),
  notes: z.array(z.string()),
  foot: z.array(labelled),
  boxes: z.array(blankBox),
})
export type FormSheet = z.infer<typeof formSheet>

export const paper = z.object({ size: z.enum(['A4', 'A3']), orientation: z.enum(['portrait', 'landscape']) })
export type Paper = z.infer<typeof paper>

export const form = z.object({
  name: z.string(),
  paper,
  /** The least height of a row: room to sign where the form is signed in rows. */
  rowMm: z.number(),
  sheets: z.array(formSheet),
  /** Who took it along, and when: at the foot of every page (水印). */
  watermark: z.string(),
})
export type Form = z.infer<typeof form>
