import '../progress/progress.scss'
import { useRouter } from '@tarojs/taro'
import { ExportMissing, ListMissing, type MissingPerson } from '../../../../shared/contracts/missing'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Unanswered } from '../../pages/Unanswered'
import { goBack } from '../../navigation'
import { missing as words } from '../../texts/missing'
import { progress } from '../../texts/progress'
import { DeskPage } from '../DeskPage'
import { placeFrom } from '../progress/placeFrom'
import { ExportButton } from '../ExportButton'
import { Pages } from '../Pages'
import { usePages } from '../usePages'
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
              <ExportButton
                text={words.export}
                fileName={words.file(place.village ?? progress.unknownVillage, place.coverageYear)}
                ask={(from) => call(ExportMissing, { ...place, ...from })}
                refusals={words.refusals}
              />
            </Box>
          </Box>
          <List place={place} />
        </>
      )}
    </DeskPage>
  )
}

interface VillageAsked {
  coverageYear: number
  town: string | null
  village: string | null
}

/** Page after page, each below the one before. */
function List({ place }: { place: VillageAsked }) {
  const { from, upTo } = usePages<MissingPerson>()
  const { asked, again } = useCall(ListMissing, { ...place, ...from })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { people, onMore } = upTo(asked.reply)
  return (
    <Pages onMore={onMore} words={words}>
      {people.length > 0 ? <Households people={people} coverageYear={place.coverageYear} /> : undefined}
    </Pages>
  )
}
