import '../progress/progress.scss'
import { useRouter } from '@tarojs/taro'
import { importKind } from '../../../../shared/contracts/imports'
import { ReadOwnRoster } from '../../../../shared/contracts/ownRoster'
import { useCall } from '../../api/useCall'
import { Unanswered } from '../../pages/Unanswered'
import { DeskPage } from '../DeskPage'
import { placeFrom } from '../progress/placeFrom'
import { OneVillage } from './OneVillage'
import { OwnTown } from './OwnTown'
import { Rosters } from './Rosters'

/** 本部门名单: every list of the department, one of its towns, or who of one village has not enrolled. */
export default function OwnRosterPage() {
  const { kind, town, village } = useRouter().params
  const { asked, again } = useCall(ReadOwnRoster, {})
  if (asked.kind !== 'done')
    return <DeskPage tab="ownRoster">{() => <Unanswered asked={asked} onAgain={again} />}</DeskPage>
  const { notices, coverageYear } = asked.reply
  const of = importKind.options.find((one) => one === kind)
  return (
    <DeskPage tab="ownRoster" notices={notices}>
      {(me) => {
        if (of === undefined || town === undefined) return <Rosters me={me} own={asked.reply} />
        const place = { coverageYear, kind: of, town: placeFrom(town) }
        return village === undefined ? (
          <OwnTown own={asked.reply} place={place} />
        ) : (
          <OneVillage place={{ ...place, village: placeFrom(village) }} />
        )
      }}
    </DeskPage>
  )
}
