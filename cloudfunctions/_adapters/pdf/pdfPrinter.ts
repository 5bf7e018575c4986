/**
 * Prints with pdfkit, which keeps of the font only the characters used: the file is some kilobytes, the font ten megabytes.
 * So the font lies beside the bundle, and font and library are loaded when the first page is printed.
 */
import { readFile } from 'node:fs/promises'
import type { Printer } from '../../_ports/printer'
import { drawSheet } from './drawSheet'
import { margin } from './paper'

export interface PdfSettings {
  /** A TrueType file with the characters of Chinese names. */
  fontFile: string
  /** What a token is appended to; undefined where no address for checking was set up. */
  checkAddress: string | undefined
}

type Drawing = PDFKit.PDFDocument

/** The font as pdfkit opened it, which its types do not show. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

export function pdfPrinter({ fontFile, checkAddress }: PdfSettings): Printer {
  let font: Promise<Buffer> | undefined
  async function begin(title: string): Promise<Drawing> {
    const { default: PdfDocument } = await import('pdfkit')
    const loaded = await (font ??= readFile(fontFile))
    // Given at once, so that pdfkit looks for none of its own fonts; it takes a buffer, though its types say a name.
    const named = loaded as unknown as string
    return new PdfDocument({ size: 'A4', margin, lang: 'zh-CN', info: { Title: title }, font: named })
  }
  return {
    checkAt(token) {
      if (checkAddress === undefined) throw new Error('no address for checking printed records')
      return `${checkAddress}/${token}`
    },
    async missing(text) {
      const { font: glyphs } = ((await begin('')) as unknown as WithFont)._font
      return Array.from(text).filter((one) => !glyphs.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    },
    async print(sheet) {
      const page = await begin(sheet.title)
      const written = bytesOf(page)
      drawSheet(page, sheet)
      page.end()
      return written
    },
  }
}

async function bytesOf(page: Drawing): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of page) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
