import { useState } from 'react'
import { ExportProgress } from '../../../../shared/contracts/progress'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { progress as words } from '../../texts/progress'
import { saveCsv } from '../saveCsv'
import { useStep } from '../useStep'

interface Props {
  coverageYear: number
  placeName: string
  /** Of one town; left out: the whole place. */
  town?: string | null
}

/** 导出表格. */
export function ExportButton({ coverageYear, placeName, town }: Props) {
  const { trouble, take, say } = useStep()
  const [saved, setSaved] = useState(false)
  const request = town === undefined ? { coverageYear } : { coverageYear, town }
  const onTap = () =>
    take(ExportProgress, request, words.exportRefusals, ({ csv }) => {
      void saveCsv(words.file(placeName, coverageYear), csv).then((isSaved) => {
        setSaved(isSaved)
        if (!isSaved) say(words.notExported)
      })
    })
  return (
    <>
      <SecondButton text={words.export} onTap={onTap} />
      <Box role="status" live="polite" className="small progress__status">
        {trouble ?? (saved ? words.exported : '')}
      </Box>
    </>
  )
}
