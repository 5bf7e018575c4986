import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { PeopleLedger } from '../../components/Ledger'
import { Notice } from '../../components/Notice'
import { Fact, SummaryList, SummaryRow } from '../../components/SummaryList'
import { check as words } from '../../texts/check'
import type { CheckShown } from './checkOf'
import { LeftOutList } from './LeftOutList'

interface Props {
  shown: CheckShown
  busy: boolean
  /** What went wrong with the tap before; nothing was paid. */
  trouble?: readonly string[]
  onPay: () => void
  onTakeOff: (residentId: string) => void
  onPutBack: (residentId: string) => void
  /** The question about other cover once more: for one who is left out, or for everybody who is paid for. */
  onAsk: (residentId?: string) => void
}

/** Who, how much, for which year, to whom; then the one button. */
export const CheckView = ({ shown, busy, trouble, onPay, onTakeOff, onPutBack, onAsk }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading}
    </Box>
    <Box className="block block--near">
      <PeopleLedger
        label={words.people}
        people={shown.people}
        sum={{ label: shown.totalLabel, value: shown.total }}
        act={
          shown.people.length > 1
            ? ({ key, name }) => (
                <Link text={words.takeOff} label={words.takeOffOf(name)} onTap={() => onTakeOff(key)} />
              )
            : undefined
        }
      />
    </Box>
    {shown.leftOut.length > 0 && <LeftOutList leftOut={shown.leftOut} onAsk={onAsk} onAdd={onPutBack} />}
    <Box as="section" className="block">
      <SummaryList>
        <SummaryRow label={words.paying} value={words.payingFor(shown.year)} />
        {shown.cover.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
        <SummaryRow
          label={words.otherCover}
          value={shown.otherCover}
          change={{ text: words.change, label: words.changeOtherCover, onTap: () => onAsk() }}
        />
        <SummaryRow label={words.payee} value={words.payeeName} />
      </SummaryList>
    </Box>
    <Box className="block block--near stack">
      {trouble && <Notice tone="warn" icon="warn" lines={trouble} announced />}
      <Button text={busy ? words.busy : shown.pay} onTap={onPay} />
      <Box as="p" className="small muted">
        {words.afterTap}
      </Box>
    </Box>
  </>
)
