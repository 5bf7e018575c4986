import type { BlankBox, Form, Labelled } from '../../../shared/forms/form'
import { marginsMm, paperMm, printableMm } from '../../../shared/forms/paperSize'
import { cellPaddingMm, cellPoints, linePoints, pointsPerMm } from '../../../shared/forms/rowHeight'
import { notePoints, type DrawnCell, type Page, type Piece } from './layoutForm'
import { ink, inkSecond } from './paper'
import type { Drawing } from './pdfDocuments'
import type { Measure } from './wrapText'

const left = marginsMm.left * pointsPerMm
const hairline = 0.6
const footPoints = 8
const boxGapMm = 12
const labelPoints = 9
const titleLeading = 1.4

/** Draws the pages of a form, one after the other. Nothing is drawn inside a box but its label: no seal, no coat of arms. */
export function drawForm(drawing: Drawing, form: Form, pages: readonly Page[], measure: Measure): void {
  const { width, height } = paperMm(form.paper)
  const pen = penOf(drawing, printableMm(form.paper) * pointsPerMm, measure)
  for (const [index, page] of pages.entries()) {
    drawing.addPage({ size: [width * pointsPerMm, height * pointsPerMm], margin: 0 })
    for (const piece of page) drawPiece(pen, piece)
    pen.foot(form.watermark, `第 ${index + 1} 页 共 ${pages.length} 页`, height * pointsPerMm)
  }
}

interface Pen {
  drawing: Drawing
  width: number
  line(text: string, x: number, y: number, points: number): void
  /** Inside a width, at one of its sides or in its middle. */
  aligned(
    text: string,
    at: { x: number; y: number; width: number; align: DrawnCell['align'] },
    points: number,
  ): void
  foot(watermark: string, page: string, pageHeight: number): void
  measure: Measure
}

function penOf(drawing: Drawing, width: number, measure: Measure): Pen {
  const line: Pen['line'] = (text, x, y, points) => {
    if (text.trim() !== '') drawing.fontSize(points).text(text, x, y, { lineBreak: false })
  }
  const aligned: Pen['aligned'] = (text, at, points) => {
    const spare = at.width - measure(text, points)
    line(text, at.x + (at.align === 'left' ? 0 : at.align === 'right' ? spare : spare / 2), at.y, points)
  }
  return {
    drawing,
    width,
    line,
    aligned,
    measure,
    foot(watermark, page, pageHeight) {
      const y = pageHeight - (marginsMm.bottom * pointsPerMm) / 2
      drawing.fillColor(inkSecond)
      aligned(watermark, { x: left, y, width, align: 'left' }, footPoints)
      aligned(page, { x: left, y, width, align: 'right' }, footPoints)
    },
  }
}

function drawPiece(pen: Pen, piece: Piece): void {
  pen.drawing.fillColor(ink).strokeColor(ink).lineWidth(hairline)
  switch (piece.kind) {
    case 'title':
      piece.lines.forEach((text, index) =>
        pen.aligned(
          text,
          { x: left, y: piece.top + index * piece.points * titleLeading, width: pen.width, align: 'center' },
          piece.points,
        ),
      )
      break
    case 'fields':
      drawFields(pen, piece.fields, piece.top)
      break
    case 'row':
      drawRow(pen, piece)
      break
    case 'note':
      piece.lines.forEach((text, index) =>
        pen.line(text, left, piece.top + 4 + index * linePoints, notePoints),
      )
      break
    case 'boxes':
      drawBoxes(pen, piece.boxes, piece.top)
  }
}

/** Side by side; a line to write on where there is no text yet. */
function drawFields({ drawing, width, line, measure }: Pen, fields: readonly Labelled[], top: number): void {
  const share = width / fields.length
  for (const [index, { label, text }] of fields.entries()) {
    const x = left + index * share
    const words = `${label}：${text}`
    line(words, x, top + 8, cellPoints)
    if (text !== '') continue
    const from = x + measure(words, cellPoints)
    drawing
      .moveTo(from, top + 21)
      .lineTo(x + share - 12, top + 21)
      .stroke()
  }
}

function drawRow({ drawing, aligned }: Pen, { cells, top, height }: Extract<Piece, { kind: 'row' }>): void {
  const padding = cellPaddingMm * pointsPerMm
  let x = left
  for (const { lines, widthPoints, align } of cells) {
    drawing.rect(x, top, widthPoints, height).stroke()
    const first = top + (height - lines.length * linePoints) / 2
    lines.forEach((text, index) =>
      aligned(
        text,
        { x: x + padding, y: first + index * linePoints, width: widthPoints - 2 * padding, align },
        cellPoints,
      ),
    )
    x += widthPoints
  }
}

/** From the right, where forms are signed and sealed. */
function drawBoxes({ drawing, line, width }: Pen, boxes: readonly BlankBox[], top: number): void {
  let right = left + width
  for (const { label, widthMm, heightMm } of [...boxes].reverse()) {
    const x = right - widthMm * pointsPerMm
    drawing.rect(x, top + 6, widthMm * pointsPerMm, heightMm * pointsPerMm).stroke()
    line(label, x + 4, top + 9, labelPoints)
    right = x - boxGapMm * pointsPerMm
  }
}
