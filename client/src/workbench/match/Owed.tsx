import type { SupplementShown, TownSum } from '../../../../shared/contracts/supplements'
import { NoteSubsidyPaid } from '../../../../shared/contracts/noteSubsidyPaid'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Table } from '../../components/Table'
import { match, supplements as words } from '../../texts/match'
import type { Me } from '../DeskFrame'
import { useStep } from '../useStep'
import { Export } from './Export'

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
      {me.role !== 'auditor' && <Export year={me.coverageYear} month={month} />}
    </Box>
    <Box className="col">
      <Box as="h2" className="h2 block__h">
        {words.list}
      </Box>
      <People me={me} supplements={supplements} onPaid={onPaid} />
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

interface PeopleProps {
  me: Me
  supplements: readonly SupplementShown[]
  onPaid: () => void
}

function People({ me, supplements, onPaid }: PeopleProps) {
  const { trouble, take } = useStep()
  return (
    <>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {supplements.map(({ residentId, coverageYear, name, maskedId, town, fen, payMonth, paidOn }) => (
        <Box key={residentId} className="version">
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
          {paidOn === null && me.role === 'finance' && (
            <Link
              text={words.pay}
              label={words.payFor(name)}
              onTap={() =>
                take(
                  NoteSubsidyPaid,
                  { residentId, coverageYear, fen, paidOn: me.today },
                  words.payRefusals,
                  onPaid,
                )
              }
            />
          )}
        </Box>
      ))}
    </>
  )
}
