import { useState } from 'react'
import { ExportRules } from '../../../../shared/contracts/ruleChanges'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { rules as words } from '../../texts/rules'
import { saveCsv } from '../saveCsv'
import { useStep } from '../useStep'

/** 导出表格 of two years' differences. */
export function ExportRulesButton({ from, to }: { from: number; to: number }) {
  const { trouble, take, say } = useStep()
  const [saved, setSaved] = useState(false)
  const onTap = () =>
    take(ExportRules, { coverageYear: to }, words.exportRefusals, ({ csv }) => {
      void saveCsv(words.file(from, to), csv).then((isSaved) => {
        setSaved(isSaved)
        if (!isSaved) say(words.notExported)
      })
    })
  return (
    <Box className="block block--near">
      <SecondButton text={words.export} onTap={onTap} />
      <Box role="status" live="polite" className="small">
        {trouble ?? (saved ? words.exported : '')}
      </Box>
    </Box>
  )
}
