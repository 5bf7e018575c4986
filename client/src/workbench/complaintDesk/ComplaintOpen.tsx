import type { ComplaintOnDesk } from '../../../../shared/contracts/staffComplaints'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { complaint as ofResidents } from '../../texts/complaint'
import { complaintDesk as words } from '../../texts/complaintDesk'
import { fullMoment, grouped } from '../../texts/figures'
import type { PageName } from '../../navigation'
import type { Me } from '../DeskFrame'
import { Steps } from './Steps'

interface Props {
  me: Me
  complaint: ComplaintOnDesk
  onDone: () => void
}

/** One complaint, or one objection and the record it is against, with all that came with it, and the step that is next. */
export const ComplaintOpen = ({ me, complaint, onDone }: Props) => (
  <Box as="section" label={words.about}>
    <Box as="h2" className="h2 block__h">
      {words.kinds[complaint.kind]}
    </Box>
    <Facts complaint={complaint} />
    <Box className="block block--near">
      {complaint.mayAct ? (
        <Steps complaint={complaint} onDone={onDone} />
      ) : (
        <Notice tone="warn" icon="info" lines={[me.role === 'auditor' ? words.onlyLooks : words.mayNot]} />
      )}
    </Box>
  </Box>
)

const Facts = ({ complaint }: { complaint: ComplaintOnDesk }) => {
  const { person, text, recorded, says, coverageYear, page, version, orderNumber, sentAt, answer } = complaint
  return (
    <SummaryList>
      <SummaryRow label={words.whose} value={person ? `${person.name}　${person.maskedId}` : words.nobody} />
      {recorded && <SummaryRow label={words.against} value={words.recorded[recorded]} />}
      {says && <SummaryRow label={words.says} value={words.saysWhat[says]} />}
      {text !== null && <SummaryRow label={words.text} value={text} />}
      <SummaryRow label={words.year} value={String(coverageYear)} />
      <SummaryRow label={words.page} value={ofResidents.pages[page as PageName] ?? page} />
      {orderNumber !== null && <SummaryRow label={words.order} value={grouped(orderNumber)} />}
      {version !== '' && <SummaryRow label={words.version} value={version} />}
      <SummaryRow label={words.since} value={fullMoment(sentAt)} />
      {answer !== null && <SummaryRow label={words.answered} value={answer} />}
    </SummaryList>
  )
}
