import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { ForgetMe, MyData } from '../../../../shared/contracts/myData'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { forgetAll } from '../../device/storage'
import { letGoOfAllTyped } from '../../device/typedHeld'
import { goHome } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { refusalSentence, Unanswered } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { privacy as words } from '../../texts/privacy'
import { plainText } from './plainText'
import { PrivacyView, type Deleting } from './PrivacyView'

/** 我的信息: read it, take it along, have it deleted. */
export default function PrivacyPage() {
  const { asked, again } = useCall(MyData, {})
  const [deleting, setDeleting] = useState<Deleting>({ kind: 'no' })
  const [taken, setTaken] = useState(false)
  const asking = useRef(false)
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const onDelete = async () => {
    if (asking.current) return
    asking.current = true
    setDeleting({ kind: 'busy' })
    const answer = await call(ForgetMe, {})
    asking.current = false
    if (answer.kind === 'done') {
      forgetAll()
      letGoOfAllTyped()
      setDeleting({ kind: 'done' })
      return again()
    }
    const trouble =
      answer.kind === 'unreached' ? outages.unreached[answer.why] : refusalSentence(answer.refusal)
    setDeleting({ kind: 'sure', trouble })
  }
  const onTake = () =>
    void Taro.setClipboardData({ data: plainText(asked.reply) }).then(
      () => setTaken(true),
      () => setTaken(false),
    )
  return (
    <ResidentPage title={words.title}>
      <PrivacyView
        data={asked.reply}
        deleting={deleting}
        taken={taken}
        onTake={onTake}
        onAsk={() => setDeleting({ kind: 'sure' })}
        onKeep={() => setDeleting({ kind: 'no' })}
        onDelete={() => void onDelete()}
        onHome={goHome}
      />
    </ResidentPage>
  )
}
