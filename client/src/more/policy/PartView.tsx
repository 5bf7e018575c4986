import { ClauseChip } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Row } from '../../components/Row'
import { Fact, SummaryList } from '../../components/SummaryList'
import { Table } from '../../components/Table'
import { policy as words } from '../../texts/policy'
import type { PartName, Section } from './Part'
import type { PartShown } from './policyOf'
import type { TierShown } from './subsidyPart'

interface Props {
  shown: PartShown
  onNext: (name: PartName) => void
}

/** One part of a policy, clause by clause, and the way to the next. */
export function PartView({ shown, onNext }: Props) {
  const { title, sections, next } = shown
  return (
    <>
      <Box as="h1" className="h1">
        {title}
      </Box>
      {sections.map((section, index) => (
        <SectionView key={section.key} section={section} first={index === 0} />
      ))}
      {next && (
        <Box className="block">
          <Row first icon="paper" text={words.next(next.title)} onTap={() => onNext(next.name)} />
        </Box>
      )}
    </>
  )
}

const SectionView = ({ section, first }: { section: Section; first: boolean }) => (
  <Box as="section" className={first ? 'block block--near' : 'block'}>
    {section.heading && (
      <Box as="h2" className="h2 block__h">
        {section.heading}
      </Box>
    )}
    {section.tiers && section.tiers.length > 0 && <Tiers tiers={section.tiers} />}
    {section.facts.length > 0 && (
      <SummaryList>
        {section.facts.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </SummaryList>
    )}
  </Box>
)

const columns = [
  { key: 'who', title: words.tierWho },
  { key: 'how', title: words.tierHow },
  { key: 'amount', title: words.tierAmount, isFigure: true },
]

const Tiers = ({ tiers }: { tiers: readonly TierShown[] }) => (
  <Table
    label={words.tiersLabel}
    columns={columns}
    rows={tiers.map((tier) => ({
      key: tier.key,
      isOpen: (tier.howSource ?? tier.source).sureness === 'unstated' || tier.source.sureness === 'unstated',
      cells: {
        who: tier.who,
        how: <How tier={tier} />,
        amount: tier.amount,
      },
    }))}
  />
)

const How = ({ tier }: { tier: TierShown }) => (
  <>
    <Box>{tier.how}</Box>
    {tier.note && <Box className="small muted">{tier.note}</Box>}
    <Box className="chips">
      <ClauseChip source={tier.source} />
      {tier.howSource && <ClauseChip source={tier.howSource} />}
    </Box>
  </>
)
