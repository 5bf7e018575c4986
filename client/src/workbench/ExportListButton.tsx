import { useRef, useState } from 'react'
import { SecondButton } from '../components/Button'
import { Box } from '../components/Element'
import { exports as words } from '../texts/exports'
import { outages } from '../texts/outages'
import { saveCsv } from './saveCsv'
import { wholeCsv } from './wholeCsv'

interface Props {
  text: string
  fileName: string
  ask: Parameters<typeof wholeCsv<Refused | Unreached>>[0]
  /** A sentence for each refusal that this export may meet. */
  refusals: Readonly<Record<string, string>>
}

type Refused = { kind: 'refused'; refusal: string }
type Unreached = { kind: 'unreached'; why: keyof typeof outages.unreached }

/** 导出 a list of people: call after call until it is whole, then saved as one file. */
export function ExportListButton({ text, ...list }: Props) {
  const [says, setSays] = useState('')
  const going = useRef(false)
  const onTap = async () => {
    if (going.current) return
    going.current = true
    setSays(words.exporting)
    setSays(await exported(list))
    going.current = false
  }
  return (
    <>
      <SecondButton text={text} onTap={() => void onTap()} />
      <Box role="status" live="polite" className="small progress__status">
        {says}
      </Box>
    </>
  )
}

async function exported({ ask, refusals, fileName }: Omit<Props, 'text'>): Promise<string> {
  const list = await wholeCsv(ask)
  if (list.kind === 'unreached') return outages.unreached[list.why]
  if (list.kind === 'refused') return refusals[list.refusal] ?? outages.notAllowed
  return (await saveCsv(fileName, list.csv)) ? words.exported : words.notExported
}
