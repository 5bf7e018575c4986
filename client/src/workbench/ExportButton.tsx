import { SecondButton } from '../components/Button'
import { Box } from '../components/Element'
import { useExport, type Exported } from './useExport'

/** 导出: a button, and how it goes. */
export function ExportButton({ text, ...list }: Exported & { text: string }) {
  const { says, start } = useExport(list)
  return (
    <>
      <SecondButton text={text} onTap={start} />
      <Box role="status" live="polite" className="small export__status">
        {says}
      </Box>
    </>
  )
}
