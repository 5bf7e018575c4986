import { useRef, useState } from 'react'
import { ExportMissing } from '../../../../shared/contracts/missing'
import { call } from '../../api/call'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { outages } from '../../texts/outages'
import { missing as words, progress } from '../../texts/progress'
import { saveCsv } from '../saveCsv'
import type { VillageAsked } from '.'

/** 导出这个村的名单: call after call until it is whole, then saved as one file. */
export function ExportMissingButton({ place }: { place: VillageAsked }) {
  const [says, setSays] = useState('')
  const going = useRef(false)
  const onTap = async () => {
    if (going.current) return
    going.current = true
    setSays(words.exporting)
    setSays(await exported(place))
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

async function exported(place: VillageAsked): Promise<string> {
  let [csv, cursor]: [string, string | undefined] = ['', undefined]
  do {
    const answer: Awaited<ReturnType<typeof call<typeof ExportMissing>>> = await call(ExportMissing, {
      ...place,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (answer.kind === 'unreached') return outages.unreached[answer.why]
    if (answer.kind === 'refused')
      return answer.refusal === 'noPolicy' ? words.refusals.noPolicy : outages.notAllowed
    csv += answer.reply.csv
    cursor = answer.reply.cursor
  } while (cursor !== undefined)
  const name = words.file(place.village ?? progress.unknownVillage, place.coverageYear)
  return (await saveCsv(name, csv)) ? words.exported : progress.notExported
}
