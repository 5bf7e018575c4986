import type { Form } from '../../shared/forms/form'

/** The port that makes files of a form (表册出件): what it says is decided before; a press only lays it out. */
export interface FormPress {
  /** Characters of a text that the font does not have. */
  missing(text: string): Promise<string[]>
  /** Pages of the form's paper, with the head of each table repeated and 第几页 at the foot. */
  pdf(form: Form): Promise<Uint8Array>
  /** One sheet of an .xlsx workbook, set up for the same paper. Cells are texts and figures, never formulas. */
  workbook(form: Form): Promise<Uint8Array>
}
