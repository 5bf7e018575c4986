import './progress.scss'
import { useRouter } from '@tarojs/taro'
import { ReadProgress } from '../../../../shared/contracts/progress'
import { useCall } from '../../api/useCall'
import { Unanswered } from '../../pages/Unanswered'
import { DeskPage } from '../DeskPage'
import { placeFrom } from './placeFrom'
import { OneTown } from './OneTown'
import { WholePlace } from './WholePlace'

/** 进度: a whole place, or one of its towns. */
export default function ProgressPage() {
  const { town } = useRouter().params
  const isOneTown = town !== undefined
  const { asked, again } = useCall(ReadProgress, isOneTown ? undefined : {})
  return (
    <DeskPage tab="progress" notices={asked.kind === 'done' ? asked.reply.notices : []}>
      {(me) => {
        if (isOneTown) return <OneTown me={me} town={placeFrom(town)} />
        if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
        return <WholePlace me={me} progress={asked.reply} onCounted={again} />
      }}
    </DeskPage>
  )
}
