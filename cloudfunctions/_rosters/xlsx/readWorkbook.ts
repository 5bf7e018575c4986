import { RosterRefused } from '../rosterFile'
import type { RosterLimits } from '../rosterLimits'
import type { RowSink } from '../RowSink'
import { dateStyles } from './dateStyles'
import { inspectZip, type OpenZip } from './inspectZip'
import { parsePart } from './parsePart'
import { holdsSomething, readSheet } from './readSheet'
import { sharedStrings } from './sharedStrings'
import { workbookParts } from './workbookParts'

/** Reads the one sheet of a workbook (.xlsx) that holds something. */
export async function readWorkbook(bytes: Buffer, sink: RowSink, limits: RosterLimits): Promise<void> {
  const opened = await inspectZip(bytes, limits)
  await refuseMacroTypes(opened)
  const { sheets, sharedStrings: stringsPart, from1904 } = await workbookParts(opened)
  const filled: string[] = []
  for (const sheet of sheets) if (await holdsSomething(opened, sheet)) filled.push(sheet)
  if (filled.length > 1) throw new RosterRefused('severalSheets')
  const [sheet] = filled
  if (sheet === undefined) throw new RosterRefused('empty')
  const dates = await dateStyles(opened)
  const strings = await sharedStrings(opened, stringsPart, limits)
  await readSheet(opened, sheet, { strings, dates, from1904 }, { sink, limits })
}

/** A workbook may be announced as one with macros and carry them under any name. */
async function refuseMacroTypes(opened: OpenZip): Promise<void> {
  await parsePart(opened, '[Content_Types].xml', {
    open(_, { ContentType = '' }) {
      if (/macroEnabled|vbaProject|binary\.macro/i.test(ContentType)) throw new RosterRefused('macros')
    },
  })
}
