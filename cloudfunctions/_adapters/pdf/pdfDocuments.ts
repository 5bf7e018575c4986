import { readFile } from 'node:fs/promises'

export type Drawing = PDFKit.PDFDocument

/** The font as pdfkit opened it, which its types do not show. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

export interface PdfDocuments {
  begin(title: string, options?: PDFKit.PDFDocumentOptions): Promise<Drawing>
  /** Characters of a text that the font does not have. */
  missing(text: string): Promise<string[]>
}

/**
 * Documents set in one font, of which each keeps only the characters used: a file is some kilobytes, the font ten megabytes.
 * So the font lies beside the bundle, and font and library are loaded when the first page is printed.
 */
export function pdfDocuments(fontFile: string): PdfDocuments {
  let font: Promise<Buffer> | undefined
  async function begin(title: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Drawing> {
    const { default: PdfDocument } = await import('pdfkit')
    const loaded = await (font ??= readFile(fontFile))
    // Given at once, so that pdfkit looks for none of its own fonts; it takes a buffer, though its types say a name.
    const named = loaded as unknown as string
    return new PdfDocument({ lang: 'zh-CN', info: { Title: title }, font: named, ...options })
  }
  return {
    begin,
    async missing(text) {
      const { font: glyphs } = ((await begin('')) as unknown as WithFont)._font
      return Array.from(text).filter((one) => !glyphs.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    },
  }
}

export async function bytesOf(page: Drawing): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of page) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
