import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Family } from '../../../../shared/contracts/family'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { useTable } from '../../api/table'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { RadioCards } from '../../components/RadioCards'
import { go } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { sentProofs as words } from '../../texts/sentProofs'
import { ProofsOf } from './ProofsOf'

type Member = ReplyOf<typeof Family>['members'][number]

/** 交证明: of oneself, or of a child one is the guardian of. */
export default function ProofsPage() {
  const { params } = useRouter()
  const { asked, again } = useCall(Family, {})
  const [chosen, setChosen] = useState<string>()
  useReturn(again)
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const own = asked.reply.members.filter(
    ({ knowsWhy, place }) => knowsWhy && (params.region ?? place.region) === place.region,
  )
  const id = params.resident ?? chosen ?? (own.length === 1 ? own[0]?.residentId : undefined)
  const member = own.find(({ residentId }) => residentId === id)
  if (!member) return <Whose own={own} onChoose={setChosen} />
  const year = Number(params.year ?? member.card?.coverageYear)
  return <Chosen member={member} year={year} today={asked.reply.today} paper={params.paper} />
}

/** Whose papers, where it is not said yet; nobody's, where nobody has been named. */
const Whose = ({ own, onChoose }: { own: readonly Member[]; onChoose: (id: string) => void }) => (
  <ResidentPage title={words.title}>
    <Box as="h1" className="h1">
      {words.who}
    </Box>
    {own.length === 0 ? (
      <Empty title={words.whoNone} text={words.whoNoneText}>
        <Button text={words.whoAdd} onTap={() => go('who', { as: 'self' })} />
      </Empty>
    ) : (
      <Box className="block block--near">
        <RadioCards
          label={words.who}
          leadsOn
          choices={own.map(({ residentId, name }) => ({ value: residentId, text: name }))}
          chosen={undefined}
          onChoose={onChoose}
        />
      </Box>
    )}
  </ResidentPage>
)

interface ChosenProps {
  member: Member
  year: number
  today: string
  paper?: string
}

function Chosen({ member, year, today, paper }: ChosenProps) {
  const table = useTable(member.place.region, year)
  if (table.asked.kind !== 'table') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={table.asked} onAgain={table.again} />
      </ResidentPage>
    )
  }
  return <ProofsOf member={member} table={table.asked.table} today={today} asked={paper} />
}
