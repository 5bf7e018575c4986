import { Icon } from './Icon'
import { Box, Words } from './Element'
import { Money } from './Money'
import { PeopleLedger } from './Ledger'

/** What a receipt says. */
export interface ReceiptShown {
  title: string
  state: string
  /** All of the money has gone back: nothing green is left to say. */
  isBack: boolean
  /** What was paid for: place, scheme, coverage year. */
  what: string
  total: { label: string; yuan: string }
  people: readonly { key: string; name: string; maskedId: string; value: string }[]
  lines: readonly { label: string; value: string; strong?: boolean }[]
}

/** 凭证: an account of one payment. Not a seal, not an invoice. */
export const ReceiptCard = ({ label, receipt }: { label: string; receipt: ReceiptShown }) => (
  <Box as="section" label={label} className="receipt">
    <Box className={receipt.isBack ? 'receipt__head receipt__head--back' : 'receipt__head'}>
      <Box as="h1" className="h1 receipt__title">
        {receipt.title}
      </Box>
      <Box className="receipt__state">
        <Icon name="tick" />
        <Words>{receipt.state}</Words>
      </Box>
    </Box>
    <Box className="receipt__b">
      <Box as="p" className="small muted">
        {receipt.what}
      </Box>
      <Money label={receipt.total.label} yuan={receipt.total.yuan} />
      <Box className="after">
        <PeopleLedger label={receipt.total.label} people={receipt.people} />
      </Box>
      <Box className="after">
        {receipt.lines.map((line) => (
          <Box key={line.label} className="receipt__line">
            <Words className="receipt__k">{line.label}</Words>
            <Words className={line.strong ? 'receipt__v strong' : 'receipt__v'}>{line.value}</Words>
          </Box>
        ))}
      </Box>
    </Box>
  </Box>
)
