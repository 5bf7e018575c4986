import { useRouter } from '@tarojs/taro'
import { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import { useCall } from '../../api/useCall'
import { Basis } from '../../components/Basis'
import { go } from '../../navigation'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import { why as words } from '../../texts/why'
import { otherCoverAnswers } from '../../pages/otherCoverAnswers'
import { ResidentPage } from '../../pages/ResidentPage'
import { residentAndYear } from '../../pages/residentAndYear'
import { Unanswered } from '../../pages/Unanswered'
import { whyOf } from './whyOf'
import { WhyView } from './WhyView'

/** 为什么: the rule, the notice, the day. */
export default function WhyPage() {
  const who = residentAndYear(useRouter().params)
  const { asked, again } = useCall(WhatIOwe, who && { ...who, answers: otherCoverAnswers(who) })
  if (!who || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={who && asked} absent={outages.notYours} onAgain={again} />
      </ResidentPage>
    )
  }
  const { place, coverageYear } = asked.reply
  const policy = { region: place.region, year: coverageYear }
  return (
    <ResidentPage
      title={words.title}
      place={{ name: result.where(place.name, coverageYear) }}
      notices={asked.reply.notices}
      policy={policy}
    >
      <WhyView shown={whyOf(asked.reply)} />
      <Basis notices={asked.reply.notices} onPolicy={() => go('policy', policy)} />
    </ResidentPage>
  )
}
