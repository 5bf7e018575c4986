import type { FindingKind, FindingOpened } from '../../../../shared/contracts/match'
import { AnswerBlock } from '../../components/AnswerBlock'
import { ClauseChip, type Source } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { match as words } from '../../texts/match'

/** Of what a notice can say something. */
type Stated = Exclude<FindingKind, 'nameDiffers'>

/** What the notice says of this person, with a chip for every clause it rests on; or that it does not say, and whom to ask. */
export function RuleAnswer({ finding, ask }: { finding: FindingOpened; ask: string }) {
  const { kind, clauses, missing } = finding
  // No notice says whose a row is: the household register does.
  if (kind === 'nameDiffers') return <Notice icon="info" lines={words.nameDiffers} />
  const unstated = kind === 'laterUnstated' || kind === 'paidTooMuch' || clauses.length === 0
  const says = isNotUsed(finding) ? words.notUsed.says : words.says[kind]
  const sourceOf = (cited: readonly string[]): Source => ({
    sureness: unstated ? 'unstated' : 'stated',
    clauses: cited,
    says,
  })
  return (
    <AnswerBlock source={sourceOf(clauses)} value={valueOf(finding, kind)} withoutChip>
      <Box as="p">{unstated ? words.ask(ask) : says}</Box>
      {missing.length > 0 && <Box as="p">{words.missing(missing)}</Box>}
      <Box className="chips">
        {clauses.map((clause) => (
          <ClauseChip key={clause} source={sourceOf([clause])} />
        ))}
      </Box>
    </AnswerBlock>
  )
}

/** An identity has changed before anything of this year was paid. */
const isNotUsed = ({ kind, enrolled }: FindingOpened): boolean =>
  (kind === 'changed' || kind === 'lost') && enrolled === null

function valueOf(finding: FindingOpened, kind: Stated): string {
  const { fen, payMonth, clauses } = finding
  if (kind === 'changed' || kind === 'lost') {
    if (clauses.length === 0) return words.changeUnstated
    return isNotUsed(finding) ? words.notUsed[kind] : words.answers[kind]
  }
  if (kind === 'supplement') return words.answers.supplement(fen ?? 0, payMonth)
  if (kind === 'reimbursement') return words.answers.reimbursement(fen ?? 0)
  return kind === 'onBehalf' ? words.answers.onBehalf(fen) : words.answers[kind]
}
