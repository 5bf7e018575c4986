import { posix } from 'node:path'
import type { OpenZip } from './inspectZip'
import { parsePart, type Attributes } from './parsePart'

export interface WorkbookParts {
  /** The parts of its sheets, in their order, hidden ones too. */
  sheets: string[]
  sharedStrings: string | undefined
  /** Whether days are counted from 1904, as old Macs did. */
  from1904: boolean
}

/** What a workbook says it is made of. */
export async function workbookParts(opened: OpenZip): Promise<WorkbookParts> {
  const targets = new Map<string, string>()
  let sharedStrings: string | undefined
  await parsePart(opened, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name !== 'Relationship') return
      const part = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)
      targets.set(Id, part)
      if (Type.endsWith('/sharedStrings')) sharedStrings = part
    },
  })
  const ids: string[] = []
  let from1904 = false
  await parsePart(opened, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'sheet') ids.push(relationshipOf(attributes))
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    },
  })
  const sheets = ids.flatMap((id) => targets.get(id) ?? [])
  return { sheets, sharedStrings, from1904 }
}

/** `r:id`, whatever the prefix is: each program chooses its own. */
const relationshipOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
