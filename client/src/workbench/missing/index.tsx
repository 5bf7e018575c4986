import '../progress/progress.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListMissing, type MissingPerson } from '../../../../shared/contracts/missing'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { goBack } from '../../navigation'
import { missing as words, progress } from '../../texts/progress'
import { DeskPage } from '../DeskPage'
import { placeFrom } from '../progress/placeFrom'
import { ExportMissingButton } from './ExportMissingButton'
import { Households } from './Households'

/** 未参保名单: one village's, for whoever goes from door to door. */
export default function MissingPage() {
  const { year, town, village } = useRouter().params
  const place = { coverageYear: Number(year), town: placeFrom(town), village: placeFrom(village) }
  return (
    <DeskPage tab="progress">
      {() => (
        <>
          <Box className="desk__title">
            <Box className="progress__head">
              <Box as="h1" className="h1">
                {words.heading(place.village ?? progress.unknownVillage)}
              </Box>
              <Box as="p" className="muted">
                {words.explain}
                {words.audit}
              </Box>
            </Box>
            <Box className="progress__acts">
              <Link text={words.back} onTap={goBack} />
              <ExportMissingButton place={place} />
            </Box>
          </Box>
          <List place={place} />
        </>
      )}
    </DeskPage>
  )
}

export interface VillageAsked {
  coverageYear: number
  town: string | null
  village: string | null
}

/** Page after page, each below the one before. */
function List({ place }: { place: VillageAsked }) {
  const [before, setBefore] = useState<readonly MissingPerson[]>([])
  const [cursor, setCursor] = useState<string>()
  const { asked, again } = useCall(ListMissing, { ...place, ...(cursor === undefined ? {} : { cursor }) })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { people: found, cursor: next } = asked.reply
  const known = new Set(before.map(({ residentId }) => residentId))
  const people = [...before, ...found.filter(({ residentId }) => !known.has(residentId))]
  const onMore = () => {
    setBefore(people)
    setCursor(next)
  }
  return (
    <>
      {people.length > 0 ? (
        <Households people={people} coverageYear={place.coverageYear} />
      ) : next === undefined ? (
        <Empty title={words.nothing} text={words.nothingText} />
      ) : (
        <Box as="p">{words.looking}</Box>
      )}
      {next !== undefined && <Link text={words.more} onTap={onMore} />}
    </>
  )
}
