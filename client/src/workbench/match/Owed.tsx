import {
  ExportSupplements,
  type SupplementShown,
  type TownSum,
} from '../../../../shared/contracts/supplements'
import { NoteSubsidyPaid } from '../../../../shared/contracts/noteSubsidyPaid'
import { call } from '../../api/call'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Table } from '../../components/Table'
import { match } from '../../texts/match'
import { supplements as words } from '../../texts/supplements'
import type { Me } from '../DeskFrame'
import { ExportButton } from '../ExportButton'
import { useStep } from '../useStep'

interface Props {
  me: Me
  month: string
  towns: readonly TownSum[]
  supplements: readonly SupplementShown[]
  onMore: (() => void) | undefined
  onPaid: () => void
}

/** What each town comes to, the file for whoever pays, and the people one by one. */
export const Owed = ({ me, month, towns, supplements, onMore, onPaid }: Props) => (
  <Box className="cols">
    <Box className="col">
      <Box as="h2" className="h2 block__h">
        {words.towns}
      </Box>
      <Table label={words.towns} columns={townColumns} rows={[...towns.map(townRow), totalRow(towns)]} />
      {me.role !== 'auditor' && (
        <Box className="block block--near stack stack--close">
          <ExportButton
            text={words.export}
            fileName={words.fileName(month)}
            ask={(from) => call(ExportSupplements, { coverageYear: me.coverageYear, month, ...from })}
            refusals={{}}
            words={words.saving}
          />
        </Box>
      )}
    </Box>
    <Box className="col">
      <Box as="h2" className="h2 block__h">
        {words.list}
      </Box>
      {supplements.map((one) => (
        <Person key={one.residentId} me={me} supplement={one} onPaid={onPaid} />
      ))}
      {onMore && <Link text={words.more} onTap={onMore} />}
    </Box>
  </Box>
)

const townColumns = [
  { key: 'town', title: words.town },
  { key: 'people', title: words.people, isFigure: true },
  { key: 'amount', title: words.amount, isFigure: true },
]

const townRow = ({ town, people, fen }: TownSum) => ({
  key: town ?? '',
  cells: { town: town ?? match.noTown, people: words.peopleOf(people), amount: words.sum(fen) },
})

const totalRow = (towns: readonly TownSum[]) => ({
  key: 'total',
  isSum: true,
  cells: {
    town: words.total,
    people: words.peopleOf(towns.reduce((sum, { people }) => sum + people, 0)),
    amount: words.sum(towns.reduce((sum, { fen }) => sum + fen, 0)),
  },
})

interface PersonProps {
  me: Me
  supplement: SupplementShown
  onPaid: () => void
}

/** Who is owed, how much, and whether the card has it; the finance office notes that it has. */
function Person({ me, supplement, onPaid }: PersonProps) {
  const { trouble, busy, take } = useStep()
  const { residentId, coverageYear, name, maskedId, town, fen, payMonth, paidOn } = supplement
  const pay = () => {
    const paid = { residentId, coverageYear, fen, paidOn: me.today }
    take(NoteSubsidyPaid, paid, words.payRefusals, onPaid, onPaid)
  }
  return (
    <Box className="version">
      <Box className="version__line strong">
        <Words>{name}</Words>
        <Words className="nowrap">{words.sum(fen)}</Words>
      </Box>
      <Box as="p" className="small muted">
        {maskedId}　{town ?? match.noTown}　{words.month(payMonth)}
      </Box>
      {paidOn !== null && (
        <Box as="p" className="small">
          {words.paid(paidOn)}
        </Box>
      )}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {paidOn === null && me.role === 'finance' && (
        <Link text={busy ? match.busy : words.pay} label={words.payFor(name)} onTap={pay} />
      )}
    </Box>
  )
}
