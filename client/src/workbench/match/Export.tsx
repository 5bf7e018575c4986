import { useState } from 'react'
import { ExportSupplements } from '../../../../shared/contracts/supplements'
import { call } from '../../api/call'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { supplements as words } from '../../texts/match'
import { saveCsv } from '../saveCsv'
import { wholeCsv } from '../wholeCsv'

/** The list as a file, in full: every page is asked for, and saved at once. */
export function Export({ year, month }: { year: number; month: string }) {
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> => {
    setSaid(words.exporting)
    const list = await wholeCsv((from) => call(ExportSupplements, { coverageYear: year, month, ...from }))
    const saved = list.kind === 'whole' && (await saveCsv(words.fileName(month), list.csv))
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
