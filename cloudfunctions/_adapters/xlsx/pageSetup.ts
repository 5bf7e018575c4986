import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import {
  insertElementMarkupAccordingToOrderOfSiblings as insert,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { marginsMm } from '../../../shared/forms/paperSize'
import type { Form } from '../../../shared/forms/form'

/** What a printer is told, beyond the cells. Rows count from 1. */
export interface PageSetup {
  paper: Form['paper']
  /** Repeated at the top of every page; undefined where several tables stand one below the other. */
  headRow: number | undefined
  /** A new page begins below each of these. */
  breaksAfter: readonly number[]
  /** The last cell with anything in it: `J40`. */
  lastCell: string
  footer: string
  sheetName: string
}

/** Codes of paper sizes (ECMA-376, 18.3.1.63). */
const paperCodes = { A4: 9, A3: 8 } as const

/** Paper, margins, titles and breaks, which the library leaves to features like this one. */
export const pageSetup = (setup: PageSetup): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          sheetElements(setup).reduce(
            (done, element) => insert(done, element, worksheetOrder, 'worksheet'),
            xml,
          ),
      },
      'xl/workbook.xml': {
        transform: (xml) => insert(xml, definedNames(setup), workbookOrder, 'workbook'),
      },
    },
  },
})

function sheetElements({ paper, breaksAfter, footer }: PageSetup): string[] {
  const { left, right, top, bottom } = marginsMm
  const breaks = breaksAfter.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')
  const count = `count="${breaksAfter.length}" manualBreakCount="${breaksAfter.length}"`
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="${inches(6)}" footer="${inches(6)}"/>`,
    `<pageSetup paperSize="${paperCodes[paper.size]}" orientation="${paper.orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${sanitizeTextContent(footer)}</oddFooter></headerFooter>`,
    ...(breaksAfter.length > 0 ? [`<rowBreaks ${count}>${breaks}</rowBreaks>`] : []),
  ]
}

function definedNames({ headRow, lastCell, sheetName }: PageSetup): string {
  const sheet = `'${sheetName}'`
  const area = `$A$1:${lastCell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')}`
  const name = (which: string, where: string) =>
    `<definedName name="_xlnm.${which}" localSheetId="0">${sanitizeTextContent(`${sheet}!${where}`)}</definedName>`
  return `<definedNames>${name('Print_Area', area)}${
    headRow === undefined ? '' : name('Print_Titles', `$${headRow}:$${headRow}`)
  }</definedNames>`
}

const inches = (mm: number): string => (mm / 25.4).toFixed(3)

/** The order of elements that a spreadsheet insists on (ECMA-376, CT_Worksheet and CT_Workbook). */
const worksheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
]
const workbookOrder = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr']
