import './progress.scss'
import { useRouter } from '@tarojs/taro'
import { ReadProgress, ReadTown } from '../../../../shared/contracts/progress'
import { useCall } from '../../api/useCall'
import { Unanswered } from '../../pages/Unanswered'
import { DeskPage } from '../DeskPage'
import { placeFrom } from './placeFrom'
import { OneTown } from './OneTown'
import { WholePlace } from './WholePlace'

/** 进度: a whole place, or one of its towns. */
export default function ProgressPage() {
  const { town } = useRouter().params
  return town === undefined ? <WholePlacePage /> : <TownPage town={placeFrom(town)} />
}

function WholePlacePage() {
  const { asked, again } = useCall(ReadProgress, {})
  return (
    <DeskPage tab="progress" notices={asked.kind === 'done' ? asked.reply.notices : []}>
      {(me) =>
        asked.kind === 'done' ? (
          <WholePlace me={me} progress={asked.reply} onCounted={again} />
        ) : (
          <Unanswered asked={asked} onAgain={again} />
        )
      }
    </DeskPage>
  )
}

function TownPage({ town }: { town: string | null }) {
  const { asked, again } = useCall(ReadTown, { town })
  return (
    <DeskPage tab="progress" notices={asked.kind === 'done' ? asked.reply.notices : []}>
      {(me) => <OneTown me={me} asked={asked} onAgain={again} />}
    </DeskPage>
  )
}
