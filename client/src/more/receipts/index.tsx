import { Family } from '../../../../shared/contracts/family'
import { useCall } from '../../api/useCall'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { go } from '../../navigation'
import { receipts as words } from '../../texts/receipts'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { YearsOf } from './YearsOf'

/** 我的凭证. */
export default function ReceiptsPage() {
  const { asked, again } = useCall(Family, {})
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const { members } = asked.reply
  return (
    <ResidentPage title={words.title}>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      {members.map((member) => (
        <YearsOf
          key={member.residentId}
          {...member}
          onOpen={(year) => go('enrollment', { resident: member.residentId, year })}
        />
      ))}
      {members.length === 0 && (
        <Empty title={words.none} text={words.noneText}>
          <SecondButton icon="plus" text={words.add} onTap={() => go('who', {})} />
        </Empty>
      )}
    </ResidentPage>
  )
}
