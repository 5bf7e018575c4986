import type { RefundOnDesk } from '../../../../shared/contracts/staff'
import { Link } from '../../components/Button'
import { Box, Tappable, Words } from '../../components/Element'
import { shortMoment, sumInline } from '../../texts/figures'
import { refundDesk as words } from '../../texts/deskMoney'

interface Props {
  refunds: readonly RefundOnDesk[]
  /** The number of the one that is open. */
  open: string
  onChoose: (refundNumber: string) => void
  onMore?: () => void
}

/** Who waits, the oldest first. */
export const Queue = ({ refunds, open, onChoose, onMore }: Props) => (
  <Box as="section" label={words.list}>
    <Box as="ol">
      {refunds.map((refund) => (
        <Box as="li" key={refund.refundNumber}>
          <Tappable
            className={refund.refundNumber === open ? 'case case--on' : 'case'}
            pressedClass="case--pressed"
            current={refund.refundNumber === open}
            onTap={() => onChoose(refund.refundNumber)}
          >
            <Words className="case__b">
              <Words className="strong">{namesOf(refund)}</Words>
              <Words className="small muted case__since">{shortMoment(refund.requestedAt)}</Words>
            </Words>
            <Words className="nowrap">{sumInline(refund.fen)}</Words>
          </Tappable>
        </Box>
      ))}
    </Box>
    {onMore && <Link text={words.more} onTap={onMore} />}
  </Box>
)

export const namesOf = ({ people }: RefundOnDesk): string => people.map(({ name }) => name).join('、')
