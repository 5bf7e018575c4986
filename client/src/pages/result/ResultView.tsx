import type { ReactNode } from 'react'
import { AskOffice } from '../../components/AskOffice'
import { Basis } from '../../components/Basis'
import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Hero } from '../../components/Hero'
import { Ledger } from '../../components/Ledger'
import { Notice } from '../../components/Notice'
import { Row } from '../../components/Row'
import { Fact, SummaryList, SummaryRow, type FactShown } from '../../components/SummaryList'
import type { Office } from '../../texts/offices'
import { result as words } from '../../texts/result'
import type { ResultShown } from './resultOf'

interface Props {
  shown: ResultShown
  /** Whom to ask, once the table has told. */
  office?: Office
  /** Left out where the account above is all there is to say. */
  onWhy?: () => void
  /** Left out where there is no last day to be reminded of. */
  onRemind?: () => void
  onAct: () => void
  onCall: () => void
  onPolicy: () => void
  /** What one may say against it, below whom to ask. */
  children?: ReactNode
}

/** The hero of the page: the figure, and how sure we are of it. */
export const ResultHero = ({
  shown,
  onChangePlace,
}: Pick<Props, 'shown'> & { onChangePlace: () => void }) => (
  <Hero where={shown.where} onChangePlace={onChangePlace} who={shown.who} shown={shown.hero} />
)

/** Below the hero: the account, why, the one button, the dates, the notice. */
export const ResultView = ({ shown, office, onWhy, onRemind, onAct, onCall, onPolicy, children }: Props) => (
  <>
    {shown.account && (
      <Ledger label={words.accountLabel} entries={shown.account.entries} sum={shown.account.sum} />
    )}
    {onWhy && <Link text={shown.whyText} onTap={onWhy} />}
    {shown.note && (
      <Box as="p" className="muted">
        {shown.note}
      </Box>
    )}
    <Box className="under">
      <Act shown={shown} office={office} onAct={onAct} onCall={onCall} />
    </Box>
    {shown.action.kind === 'askOffice' && children}
    {onRemind && (
      <Box className="block">
        <Row first icon="bell" text={words.remind} hint={words.remindHint} onTap={onRemind} />
      </Box>
    )}
    {shown.missing.length > 0 && <Missing names={shown.missing} />}
    <Facts heading={words.stated} facts={shown.sums} />
    <Facts heading={words.before} facts={shown.warnings} />
    {shown.dates.length > 0 && <Dates shown={shown} />}
    {office && shown.action.kind !== 'askOffice' && (
      <Box as="section" className="block">
        <AskOffice wrong office={office} onCall={onCall} />
      </Box>
    )}
    {shown.action.kind !== 'askOffice' && children}
    <Basis notices={shown.notices} onPolicy={onPolicy} />
  </>
)

function Act({ shown, office, onAct, onCall }: Pick<Props, 'shown' | 'office' | 'onAct' | 'onCall'>) {
  const { action } = shown
  if (shown.awaitingTax) {
    return <Notice tone="warn" icon="clock" lines={[words.awaitingTaxKind, words.awaitingTax]} />
  }
  switch (action.kind) {
    case 'nothing':
      return <Notice tone="warn" icon="warn" lines={[action.stop, words.noButton]} />
    case 'askOffice':
      return office ? <AskOffice solid office={office} onCall={onCall} /> : null
    default:
      return <Button text={action.text} onTap={onAct} />
  }
}

const Missing = ({ names }: { names: readonly string[] }) => (
  <Box as="section" className="block stack stack--close">
    <Box as="h2" className="h2">
      {words.missing}
    </Box>
    <Box as="p">{words.missingTell}</Box>
    <Box as="ol">
      {names.map((name) => (
        <Box as="li" key={name} className="strong">
          {name}
        </Box>
      ))}
    </Box>
  </Box>
)

const Facts = ({ heading, facts }: { heading: string; facts: readonly FactShown[] }) =>
  facts.length === 0 ? null : (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {heading}
      </Box>
      <SummaryList>
        {facts.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </SummaryList>
    </Box>
  )

const Dates = ({ shown }: { shown: ResultShown }) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.dates}
    </Box>
    <SummaryList>
      <SummaryRow label={words.year} value={words.yearValue(shown.year)} />
      {shown.dates.map((fact) => (
        <Fact key={fact.key} fact={fact} />
      ))}
    </SummaryList>
  </Box>
)
