import type { RefundDesk, RefundOnDesk } from '../../../../shared/contracts/staff'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { fullMoment, grouped, sum } from '../../texts/figures'
import { refundReasons } from '../../texts/refundReasons'
import { refundDesk as words } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { Decision } from './Decision'
import { namesOf } from './Queue'

interface Props {
  me: Me
  desk: RefundDesk
  refund: RefundOnDesk
  onDone: () => void
}

/** One refund: whose, how much, why, and the one step this desk may take. */
export const RefundOpen = ({ me, desk, refund, onDone }: Props) => (
  <Box as="section" label={words.about}>
    <Box as="h2" className="h2 block__h">
      {namesOf(refund)}　{sum(refund.fen)}
    </Box>
    <Facts refund={refund} />
    {refund.wayStated && (
      <Box className="block block--near">
        <AnswerBlock
          source={{
            sureness: 'stated',
            clauses: refund.wayStated.clauses,
            says: words.wayStated(words.ways[refund.wayStated.way]),
          }}
          value={words.ways[refund.wayStated.way]}
        />
      </Box>
    )}
    <Box className="block block--near">
      {refund.mayAct ? (
        <Decision desk={desk} refund={refund} onDone={onDone} />
      ) : (
        <Notice tone="warn" icon="info" lines={[me.role === 'auditor' ? words.onlyLooks : words.mayNot]} />
      )}
    </Box>
  </Box>
)

const Facts = ({ refund }: { refund: RefundOnDesk }) => (
  <SummaryList>
    {refund.people.map(({ residentId, name, maskedId, fen }) => (
      <SummaryRow key={residentId} label={words.people} value={`${name}　${maskedId}　${sum(fen)}`} />
    ))}
    <SummaryRow
      label={words.why}
      value={refund.reason ? refundReasons[refund.reason].text : words.causes[refund.cause]}
    />
    <SummaryRow label={words.year} value={String(refund.coverageYear)} />
    <SummaryRow label={words.order} value={grouped(refund.orderNumber)} />
    <SummaryRow label={words.since} value={fullMoment(refund.requestedAt)} />
    {refund.way && <SummaryRow label={words.way} value={words.ways[refund.way]} />}
    {refund.voucher && <SummaryRow label={words.voucher} value={refund.voucher} />}
  </SummaryList>
)
