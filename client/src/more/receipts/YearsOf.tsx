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
  onOpen: (orderNumber: string) => void
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
        <Box className="ledger">
          {asked.reply.years.map((year) => (
            <Year key={year.coverageYear} year={year} name={name} onOpen={onOpen} />
          ))}
        </Box>
      ) : (
        <Box as="p" className="muted">
          {asked.kind === 'asking' ? words.asking : words.unreached}
        </Box>
      )}
    </Box>
  )
}

const Year = ({ year, name, onOpen }: { year: EnrollmentYear } & Pick<Props, 'name' | 'onOpen'>) => {
  const { orderNumber } = year
  return (
    <Box className="ledger__row">
      <Box className="ledger__k">
        <Words className="strong">{words.year(year.coverageYear)}</Words>
        {orderNumber && (
          <Link
            text={words.see}
            label={words.open(name, year.coverageYear)}
            onTap={() => onOpen(orderNumber)}
          />
        )}
      </Box>
      <Words>{stateOf(year)}</Words>
    </Box>
  )
}

function stateOf({ enrolled, refunded, awaitingTax, paidFen }: EnrollmentYear): string {
  if (awaitingTax) return words.awaitingTax
  if (refunded) return words.refunded
  if (!enrolled) return words.notEnrolled
  return paidFen === null || paidFen === 0 ? words.enrolled : words.paid(sumInline(paidFen))
}
