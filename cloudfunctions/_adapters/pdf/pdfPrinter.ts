import type { Printer } from '../../_ports/printer'
import { drawSheet } from './drawSheet'
import { margin } from './paper'
import { bytesOf, pdfDocuments } from './pdfDocuments'

export interface PdfSettings {
  /** A TrueType file with the characters of Chinese names. */
  fontFile: string
  /** What a token is appended to; undefined where no address for checking was set up. */
  checkAddress: string | undefined
}

/** Prints one A4 page with pdfkit. */
export function pdfPrinter({ fontFile, checkAddress }: PdfSettings): Printer {
  const { begin, missing } = pdfDocuments(fontFile)
  return {
    checkAt(token) {
      if (checkAddress === undefined) throw new Error('no address for checking printed records')
      return `${checkAddress}/${token}`
    },
    missing,
    async print(sheet) {
      const page = await begin(sheet.title, { size: 'A4', margin })
      const written = bytesOf(page)
      drawSheet(page, sheet)
      page.end()
      return written
    },
  }
}
