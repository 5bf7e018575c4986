import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { ReceiptCard, type ReceiptShown } from '../../components/ReceiptCard'
import { Row } from '../../components/Row'
import { Steps, type Step } from '../../components/Steps'
import { receipt as words } from '../../texts/receipt'
import type { RefundsShown } from './refundsOf'
import { RefundsView } from './RefundsView'

interface Props {
  shown: ReceiptShown
  steps: readonly Step[]
  refunds: RefundsShown
  copied: boolean
  onCopy: () => void
  onRefund: (residentId: string) => void
  onAsk: () => void
  onRemind: () => void
  onHome: () => void
}

/** The receipt, where the money is, whether it can come back, and the way home. */
export const ReceiptView = ({
  shown,
  steps,
  refunds,
  copied,
  onCopy,
  onRefund,
  onAsk,
  onRemind,
  onHome,
}: Props) => (
  <>
    <ReceiptCard label={words.label} receipt={shown} />
    <Box className="block block--near">
      <Button icon="copy" text={copied ? words.copied : words.copy} onTap={onCopy} />
    </Box>
    {steps.length > 0 && (
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {words.where}
        </Box>
        <Steps steps={steps} />
      </Box>
    )}
    <RefundsView shown={refunds} onApply={onRefund} onAsk={onAsk} />
    <Box as="section" className="block">
      <Row first icon="bell" text={words.remind} onTap={onRemind} />
      <Row icon="house" text={words.home} onTap={onHome} />
      <Box as="p" className="muted after">
        {words.keeps}
      </Box>
    </Box>
  </>
)
