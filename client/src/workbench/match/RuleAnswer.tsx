import type { FindingOpened } from '../../../../shared/contracts/match'
import { AnswerBlock } from '../../components/AnswerBlock'
import { ClauseChip, type Source } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { match as words } from '../../texts/match'

/** What the notice says of this person, with a chip for every clause it rests on; or that it does not say, and whom to ask. */
export function RuleAnswer({ finding, ask }: { finding: FindingOpened; ask: string }) {
  const { kind, clauses, missing } = finding
  const unstated = kind === 'laterUnstated' || kind === 'paidTooMuch' || clauses.length === 0
  const says = isNotUsed(finding) ? words.notUsed.says : words.says[kind]
  const sourceOf = (cited: readonly string[]): Source => ({
    sureness: unstated ? 'unstated' : 'stated',
    clauses: cited,
    says,
  })
  return (
    <AnswerBlock source={sourceOf(clauses)} value={valueOf(finding)} withoutChip>
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

function valueOf(finding: FindingOpened): string {
  const { kind, fen, payMonth, clauses } = finding
  if (kind === 'changed' || kind === 'lost') {
    if (clauses.length === 0) return words.changeUnstated
    return isNotUsed(finding) ? words.notUsed[kind] : words.answers[kind]
  }
  if (kind === 'supplement') return words.answers.supplement(fen ?? 0, payMonth)
  if (kind === 'reimbursement') return words.answers.reimbursement(fen ?? 0)
  return kind === 'onBehalf' ? words.answers.onBehalf(fen) : words.answers[kind]
}
