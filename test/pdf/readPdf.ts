/** Looks at a PDF as a reader would: pdf.js draws it in Chromium, and what is drawn is read back. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'

export interface PdfRead {
  pages: number
  /** The words of the page that was looked at, in the order in which they were written. */
  text: string
  /** The same, of every page. */
  texts: string[]
  title: string
  /** Width and height in points. */
  size: [number, number]
  /** What the QR code on the page says; undefined where no reader finds one. */
  code: string | undefined
  /** The page as a picture. */
  png: Buffer
}

/** The few parts of pdf.js and of jsQR that are used, as they lie in the page. */
interface Libraries {
  pdfjsLib: { getDocument(source: { data: Uint8Array }): { promise: Promise<PdfDocument> } }
  jsQR(pixels: Uint8ClampedArray, width: number, height: number): { data: string } | null
}
interface PdfDocument {
  numPages: number
  getMetadata(): Promise<{ info: { Title?: string } }>
  getPage(number: number): Promise<{
    view: number[]
    getViewport(at: { scale: number }): { width: number; height: number }
    getTextContent(): Promise<{ items: { str: string; hasEOL: boolean }[] }>
    render(at: { canvasContext: CanvasRenderingContext2D; viewport: unknown }): { promise: Promise<void> }
  }>
}

const library = (file: string): string => readFileSync(require.resolve(file), 'utf8')

/** About 144 dots an inch: what a phone's camera makes of a sheet of paper, or less. */
const scale = 2

export interface PdfReader {
  /** Looks at one page, counted from 1. */
  read(pdf: Uint8Array, page?: number): Promise<PdfRead>
  close(): Promise<void>
}

export async function openPdfReader(browser: Browser): Promise<PdfReader> {
  const page = await browser.newPage()
  for (const file of ['pdfjs-dist/build/pdf.min.mjs', 'pdfjs-dist/build/pdf.worker.min.mjs'])
    await page.addScriptTag({ type: 'module', content: library(file) })
  await page.addScriptTag({ content: library('jsqr/dist/jsQR.js') })
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis)
  return { read: (pdf, at = 1) => readPdf(page, pdf, at), close: () => page.close() }
}

async function readPdf(page: Page, pdf: Uint8Array, at: number): Promise<PdfRead> {
  const { png, ...read } = await page.evaluate(
    async ({ base64, scale: dots, at: number }) => {
      const { pdfjsLib, jsQR } = globalThis as unknown as Libraries
      const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const opened = await pdfjsLib.getDocument({ data }).promise
      const first = await opened.getPage(number)
      const viewport = first.getViewport({ scale: dots })
      const canvas = document.createElement('canvas')
      canvas.width = viewport.width
      canvas.height = viewport.height
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      await first.render({ canvasContext: pen, viewport }).promise
      const texts: string[] = []
      for (let each = 1; each <= opened.numPages; each += 1) {
        const { items } = await (await opened.getPage(each)).getTextContent()
        texts.push(items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''))
      }
      const { info } = await opened.getMetadata()
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height)
      return {
        pages: opened.numPages,
        text: texts[number - 1] ?? '',
        texts,
        title: info.Title ?? '',
        size: first.view.slice(2) as [number, number],
        code: jsQR(pixels.data, canvas.width, canvas.height)?.data,
        png: canvas.toDataURL('image/png').split(',')[1] ?? '',
      }
    },
    { base64: Buffer.from(pdf).toString('base64'), scale, at },
  )
  return { ...read, png: Buffer.from(png, 'base64') }
}
