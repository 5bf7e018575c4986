import type { Form } from '../../../shared/forms/form'
import { drawForm } from './drawForm'
import { layoutForm } from './layoutForm'
import { bytesOf, type Drawing, type PdfDocuments } from './pdfDocuments'
import type { Measure } from './wrapText'

/** A form as a PDF of as many pages as it takes; a page is written out before the next one is drawn. */
export async function formPdf({ begin }: PdfDocuments, form: Form): Promise<Uint8Array> {
  const drawing = await begin(form.name, { autoFirstPage: false })
  const written = bytesOf(drawing)
  const measure = measureOf(drawing)
  drawForm(drawing, form, layoutForm(form, measure), measure)
  drawing.end()
  return written
}

/** Widths of single characters, looked up in the font once each. */
function measureOf(drawing: Drawing): Measure {
  const widths = new Map<string, number>()
  const one = (character: string): number => {
    const known = widths.get(character)
    if (known !== undefined) return known
    const width = drawing.fontSize(100).widthOfString(character) / 100
    widths.set(character, width)
    return width
  }
  return (text, points) => Array.from(text).reduce((sum, character) => sum + one(character), 0) * points
}
