import type { Sheet } from '../../_ports/printer'
import { drawQr } from './drawQr'
import { codeWidth, contentWidth, ink, inkSecond, labelWidth, margin, sizes } from './paper'

type Drawing = PDFKit.PDFDocument

/** Title, a ruled account of labels and values, the code with its words, and the small print. No seal, no coat of arms. */
export function drawSheet(page: Drawing, sheet: Sheet): void {
  page.fillColor(ink).fontSize(sizes.title).text(sheet.title, margin, margin)
  page.moveDown(0.3).fontSize(sizes.subtitle).fillColor(inkSecond).text(sheet.subtitle)
  page.moveDown(1)
  rule(page, 2)
  for (const row of sheet.rows) drawRow(page, row)
  page.moveDown(2)
  drawCode(page, sheet)
  page.fontSize(sizes.note).fillColor(inkSecond)
  for (const note of sheet.notes) page.text(note, margin, page.y, { width: contentWidth }).moveDown(0.5)
}

function drawRow(page: Drawing, { label, value }: Sheet['rows'][number]): void {
  const top = page.y + 8
  page.fontSize(sizes.row).fillColor(inkSecond).text(label, margin, top, { width: labelWidth })
  page.fillColor(ink).text(value, margin + labelWidth, top, { width: contentWidth - labelWidth })
  page.y += 8
  rule(page, 0.75)
}

function rule(page: Drawing, thickness: number): void {
  page
    .moveTo(margin, page.y)
    .lineTo(margin + contentWidth, page.y)
    .lineWidth(thickness)
    .stroke(ink)
}

/** The words stand to the right of the code, so that nobody scans without having been told what for. */
function drawCode(page: Drawing, { checkAt, checkWords }: Sheet): void {
  const top = page.y
  drawQr(page, checkAt, { x: margin, y: top, width: codeWidth })
  const left = margin + codeWidth + 24
  page.fontSize(sizes.subtitle).fillColor(ink)
  page.text(checkWords.join('\n'), left, top + 4, { width: contentWidth - codeWidth - 24, lineGap: 4 })
  page.y = top + codeWidth + 24
  page.x = margin
}
