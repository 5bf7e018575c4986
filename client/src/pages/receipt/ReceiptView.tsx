import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { ReceiptCard, type ReceiptShown } from '../../components/ReceiptCard'
import { Row } from '../../components/Row'
import { Steps, type Step } from '../../components/Steps'
import { receipt as words } from '../../texts/receipt'

interface Props {
  shown: ReceiptShown
  steps: readonly Step[]
  copied: boolean
  onCopy: () => void
  onHome: () => void
}

/** The receipt, where the money is, and the way home. */
export const ReceiptView = ({ shown, steps, copied, onCopy, onHome }: Props) => (
  <>
    <ReceiptCard label={words.label} receipt={shown} />
    <Box className="block block--near">
      <Button icon="copy" text={copied ? words.copied : words.copy} onTap={onCopy} />
    </Box>
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.where}
      </Box>
      <Steps steps={steps} />
    </Box>
    <Box as="section" className="block">
      <Row first icon="house" text={words.home} onTap={onHome} />
      <Box as="p" className="muted after">
        {words.keeps}
      </Box>
    </Box>
  </>
)
