import type { RefundDesk, RefundOnDesk } from '../../../../shared/contracts/staff'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { channelName } from '../../texts/vocabulary'
import { fullDay, fullMoment, grouped, sum } from '../../texts/figures'
import { refundReasons } from '../../texts/refundReasons'
import { refundDesk as words } from '../../texts/deskMoney'
import type { Me } from '../DeskFrame'
import { Decision } from './Decision'
import { namesOf } from './namesOf'

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
    {refund.counter && (
      <Box className="block block--near">
        <Notice icon="info" lines={[words.counterWay]} />
      </Box>
    )}
    {refund.wayStated && refund.wayStated.clauses.length > 0 && (
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

const counterOf = ({ town, channel, paidOn }: NonNullable<RefundOnDesk['counter']>): string =>
  words.counterOf(town ?? words.bureauCounter, channelName(channel), fullDay(paidOn))

const Facts = ({ refund }: { refund: RefundOnDesk }) => (
  <SummaryList>
    {refund.people.map(({ residentId, name, maskedId, fen }, _index, { length }) => (
      <SummaryRow
        key={residentId}
        label={length === 1 ? words.number : words.people}
        value={length === 1 ? maskedId : `${name}　${maskedId}　${sum(fen)}`}
      />
    ))}
    <SummaryRow
      label={words.why}
      value={refund.reason ? refundReasons[refund.reason].text : words.causes[refund.cause]}
    />
    <SummaryRow label={words.year} value={String(refund.coverageYear)} />
    {refund.orderNumber !== null && <SummaryRow label={words.order} value={grouped(refund.orderNumber)} />}
    {refund.counter && <SummaryRow label={words.counter} value={counterOf(refund.counter)} />}
    {refund.counter && <SummaryRow label={words.receipt} value={refund.counter.receipt} />}
    <SummaryRow label={words.since} value={fullMoment(refund.requestedAt)} />
    {refund.way && <SummaryRow label={words.way} value={words.ways[refund.way]} />}
    {refund.voucher && <SummaryRow label={words.voucher} value={refund.voucher} />}
  </SummaryList>
)
