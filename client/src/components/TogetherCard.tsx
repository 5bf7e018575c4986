import { Button } from './Button'
import { Box } from './Element'
import { Money } from './Money'
import { common } from '../texts/common'

/** What several people pay at once. */
export interface TogetherShown {
  heading: string
  yuan: string
  /** Who, and until when. */
  lines: readonly string[]
  pay: string
}

/** 一起缴: several members of the family, one sum, the page's one solid button. */
export const TogetherCard = ({ shown, onPay }: { shown: TogetherShown; onPay: () => void }) => (
  <Box as="section" label={shown.heading} className="person">
    <Box as="h2" className="person__name">
      {shown.heading}
    </Box>
    <Money label={common.payNow} yuan={shown.yuan} />
    {shown.lines.map((line) => (
      <Box as="p" key={line} className="muted">
        {line}
      </Box>
    ))}
    <Button text={shown.pay} onTap={onPay} />
  </Box>
)
