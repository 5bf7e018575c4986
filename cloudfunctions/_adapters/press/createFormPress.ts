import type { FormPress } from '../../_ports/formPress'
import { formPdf } from '../pdf/formPdf'
import { pdfDocuments } from '../pdf/pdfDocuments'

/** Makes files of forms. `fontFile`: a TrueType file with the characters of Chinese names. */
export function createFormPress(fontFile: string): FormPress {
  const documents = pdfDocuments(fontFile)
  return {
    missing: documents.missing,
    pdf: (form) => formPdf(documents, form),
    async workbook(form) {
      // Loaded when the first is written: whoever only looks at the desk does not wait for it.
      const { formWorkbook } = await import('../xlsx/formWorkbook')
      return formWorkbook(form)
    },
  }
}
