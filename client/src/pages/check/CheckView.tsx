import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { PeopleLedger } from '../../components/Ledger'
import { Notice } from '../../components/Notice'
import { Fact, SummaryList, SummaryRow, type FactShown } from '../../components/SummaryList'
import { check as words } from '../../texts/check'

export interface CheckShown {
  person: { key: string; name: string; maskedId: string; value: string }
  total: string
  yuan: string
  year: number
  cover: readonly FactShown[]
}

interface Props {
  shown: CheckShown
  busy: boolean
  /** What went wrong with the tap before; nothing was paid. */
  trouble?: readonly string[]
  onPay: () => void
  onChangeOtherCover: () => void
}

/** Who, how much, for which year, to whom; then the one button. */
export const CheckView = ({ shown, busy, trouble, onPay, onChangeOtherCover }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading}
    </Box>
    <Box className="block block--near">
      <PeopleLedger
        label={words.people}
        people={[shown.person]}
        sum={{ label: words.total, value: shown.total }}
      />
    </Box>
    <Box as="section" className="block">
      <SummaryList>
        <SummaryRow label={words.paying} value={words.payingFor(shown.year)} />
        {shown.cover.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
        <SummaryRow
          label={words.otherCover}
          value={words.otherCoverNone}
          change={{ text: words.change, label: words.changeOtherCover, onTap: onChangeOtherCover }}
        />
        <SummaryRow label={words.payee} value={words.payeeName} />
      </SummaryList>
    </Box>
    <Box className="block block--near stack">
      {trouble && <Notice tone="warn" icon="warn" lines={trouble} announced />}
      <Button text={busy ? words.busy : words.pay(shown.yuan)} onTap={onPay} />
      <Box as="p" className="small muted">
        {words.afterTap}
      </Box>
    </Box>
  </>
)
