import writeExcelFile from 'write-excel-file/node'
import { getCellAddress } from 'write-excel-file/utility'
import type { Form } from '../../../shared/forms/form'
import { formGrid } from './formGrid'
import { pageSetup } from './pageSetup'

/** Of the common Chinese office font, which a spreadsheet replaces where it has none. */
const font = { fontFamily: '宋体', fontSize: 10 } as const

/** A form as an .xlsx file with one worksheet. Every text is a text cell, so that no ID number loses a digit and nothing is computed. */
export async function formWorkbook(form: Form): Promise<Uint8Array> {
  const { rows, columnsMm, headRow, breaksAfter } = formGrid(form)
  const sheetName = sheetNameOf(form.name)
  const setup = pageSetup({
    paper: form.paper,
    headRow,
    breaksAfter,
    lastCell: getCellAddress(rows.length - 1, columnsMm.length - 1),
    footer: `&L${form.watermark.replaceAll('&', '&&')}&R第 &P 页 共 &N 页`,
    sheetName,
  })
  const columns = columnsMm.map((mm) => ({ width: characters(mm) }))
  const options = { sheet: sheetName, columns, showGridLines: false }
  return writeExcelFile(rows, options, { ...font, features: [setup] }).toBuffer()
}

/** A worksheet's name has at most 31 characters and none of these. */
const sheetNameOf = (name: string): string => name.replace(/[\\/?*[\]:']/g, '').slice(0, 31)

/** A width in millimetres in characters of the font (ECMA-376, 18.3.1.13): digits are 7 pixels wide, 5 are padding. */
const characters = (mm: number): number => Math.round((((mm * 96) / 25.4 - 5) / 7) * 100) / 100
