import { useState } from 'react'
import { ExportSupplements } from '../../../../shared/contracts/supplements'
import { call } from '../../api/call'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { supplements as words } from '../../texts/match'
import { saveCsv } from '../saveCsv'

/** The list as a file, in full: every page is asked for, and saved at once. */
export function Export({ year, month }: { year: number; month: string }) {
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> => {
    setSaid(words.exporting)
    const csv = await wholeList(year, month)
    const saved = csv !== undefined && (await saveCsv(words.fileName(month), csv))
    setSaid(saved ? words.exported : words.notSaved)
  }
  return (
    <Box className="block block--near stack stack--close">
      <SecondButton text={words.export} onTap={() => void save()} />
      <Box role="status" live="polite" className="small">
        {said}
      </Box>
    </Box>
  )
}

async function wholeList(coverageYear: number, month: string): Promise<string | undefined> {
  let csv = ''
  let cursor: string | undefined
  do {
    const asked = { coverageYear, month, ...(cursor === undefined ? {} : { cursor }) }
    const answer = await call(ExportSupplements, asked)
    if (answer.kind !== 'done') return undefined
    csv += answer.reply.csv
    cursor = answer.reply.cursor
  } while (cursor !== undefined)
  return csv
}
