import type { ReplyOf } from '../../../../shared/contracts/contract'
import { MyEnrollments, type EnrollmentYear } from '../../../../shared/contracts/myEnrollments'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { sumInline } from '../../texts/figures'
import { receipts as words } from '../../texts/receipts'

interface Props {
  residentId: string
  name: string
  maskedId: string
  onOpen: (coverageYear: number) => void
}

/** One member, by coverage year, latest first. */
export function YearsOf({ residentId, name, maskedId, onOpen }: Props) {
  const { asked } = useCall(MyEnrollments, { residentId })
  return (
    <Box as="section" className="block" label={name}>
      <Box as="h2" className="h2">
        {name}
      </Box>
      <Box as="p" className="small muted block__h">
        {maskedId}
      </Box>
      {asked.kind === 'done' ? (
        <Years known={asked.reply} name={name} onOpen={onOpen} />
      ) : (
        <Box as="p" className="muted">
          {asked.kind === 'asking' ? words.asking : words.unreached}
        </Box>
      )}
    </Box>
  )
}

interface Known {
  known: ReplyOf<typeof MyEnrollments>
}

/** What is not known is said: no record here is not the same as no cover. */
const Years = ({
  known: { years, knownSince, ask },
  name,
  onOpen,
}: Known & Pick<Props, 'name' | 'onOpen'>) => (
  <>
    <Box className="ledger">
      {years.map((year) => (
        <Year key={year.coverageYear} year={year} name={name} onOpen={onOpen} />
      ))}
    </Box>
    <Box as="p" className="small after">
      {words.before(knownSince)}
    </Box>
    <Box as="p" className="small muted">
      {words.beforeText(ask.name)}
    </Box>
  </>
)

const Year = ({ year, name, onOpen }: { year: EnrollmentYear } & Pick<Props, 'name' | 'onOpen'>) => (
  <Box className="ledger__row">
    <Box className="ledger__k">
      <Words className="strong">{words.year(year.coverageYear)}</Words>
      <Link
        text={words.see}
        label={words.open(name, year.coverageYear)}
        onTap={() => onOpen(year.coverageYear)}
      />
    </Box>
    <Words>{stateOf(year)}</Words>
  </Box>
)

function stateOf({ enrolled, refunded, awaitingTax, source, paidFen }: EnrollmentYear): string {
  if (awaitingTax) return words.awaitingTax
  if (refunded) return words.refunded
  if (!enrolled) return words.notEnrolled
  if (source === 'onBehalf') return words.onBehalf
  return paidFen === null || paidFen === 0 ? words.enrolled : words.paid(sumInline(paidFen))
}
