import { useRef, useState } from 'react'
import type { RequestOf } from '../../../../shared/contracts/contract'
import { ExportOwnMissing } from '../../../../shared/contracts/ownRoster'
import { call } from '../../api/call'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { outages } from '../../texts/outages'
import { ownRoster as words } from '../../texts/ownRoster'
import { saveCsv } from '../saveCsv'

type Asked = RequestOf<typeof ExportOwnMissing>

/** 导出名单 of a village or a whole town: call after call until it is whole, then saved as one file. */
export function ExportOwnButton({ request, placeName }: { request: Asked; placeName: string }) {
  const [says, setSays] = useState('')
  const going = useRef(false)
  const onTap = async () => {
    if (going.current) return
    going.current = true
    setSays(words.exporting)
    setSays(await exported(request, placeName))
    going.current = false
  }
  return (
    <>
      <SecondButton text={words.export} onTap={() => void onTap()} />
      <Box role="status" live="polite" className="small progress__status">
        {says}
      </Box>
    </>
  )
}

async function exported(request: Asked, placeName: string): Promise<string> {
  let [csv, cursor]: [string, string | undefined] = ['', undefined]
  do {
    const answer: Awaited<ReturnType<typeof call<typeof ExportOwnMissing>>> = await call(ExportOwnMissing, {
      ...request,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (answer.kind === 'unreached') return outages.unreached[answer.why]
    if (answer.kind === 'refused')
      return answer.refusal === 'noPolicy' || answer.refusal === 'noRoster'
        ? words.refusals[answer.refusal]
        : outages.notAllowed
    csv += answer.reply.csv
    cursor = answer.reply.cursor
  } while (cursor !== undefined)
  const name = words.file(placeName, request.kind, request.coverageYear)
  return (await saveCsv(name, csv)) ? words.exported : words.notExported
}
