import { useState } from 'react'
import type { RequestOf } from '../../../shared/contracts/contract'
import type { ExportProgress } from '../../../shared/contracts/progress'
import type { ExportRules } from '../../../shared/contracts/ruleChanges'
import { SecondButton } from '../components/Button'
import { Box } from '../components/Element'
import { exports as words } from '../texts/exports'
import { saveCsv } from './saveCsv'
import { useStep, type Sentences } from './useStep'

type CsvExport = typeof ExportProgress | typeof ExportRules

interface Props<C extends CsvExport> {
  contract: C
  request: RequestOf<C>
  refusals: Sentences<C>
  text: string
  fileName: string
}

/** 导出表格 that comes in one answer. */
export function CsvButton<C extends CsvExport>({ contract, request, refusals, text, fileName }: Props<C>) {
  const { trouble, take, say } = useStep()
  const [saved, setSaved] = useState(false)
  const onTap = () =>
    take(contract, request, refusals, ({ csv }) => {
      void saveCsv(fileName, csv).then((isSaved) => {
        setSaved(isSaved)
        if (!isSaved) say(words.notExported)
      })
    })
  return (
    <>
      <SecondButton text={text} onTap={onTap} />
      <Box role="status" live="polite" className="small progress__status">
        {trouble ?? (saved ? words.exported : '')}
      </Box>
    </>
  )
}
