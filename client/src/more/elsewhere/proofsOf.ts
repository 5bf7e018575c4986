/** 要带的证明: which papers, and where the notice does not say which. */
import type { Answer, Clause } from '../../../../shared/rules/answer'
import type { Papers } from '../../../../shared/rules/assessment'
import type { Admission } from '../../../../shared/rules/eligibility'
import type { Source } from '../../components/ClauseChip'
import { clausesOf, safest, surenessOf } from '../../texts/answers'
import { elsewhere as words } from '../../texts/elsewhere'
import { proofOf, type Proof } from '../../texts/proofs'

/** What one place of the notice says about papers. */
export interface ProofsShown {
  source: Source
  /** All of these, and one out of each group. */
  all: readonly Proof[]
  oneOf: readonly (readonly Proof[])[]
  /** In place of papers, where the notice names none. */
  silence?: string
}

/** For someone who enrolls. What the notice does not list is said to be not listed; nothing is made up. */
export function proofsOf(documents: Answer<Papers>, { papers }: Admission, year: number): ProofsShown[] {
  const known = safest(documents)
  const silent = papers.kind === 'unstated' ? papers.clauses : clausesOf(documents)
  return [
    ...(known ? [listed(known, surenessOf(documents), clausesOf(documents), year)] : []),
    ...(known && papers.kind === 'stated' ? [] : [silence(silent)]),
  ]
}

/** For someone who is insured already: what they show instead. Nothing where the notice asks for nothing. */
export function proofsOfInsured(papers: Papers, clauses: readonly Clause[], year: number): ProofsShown[] {
  return papers.allOf.length + papers.oneOf.length === 0 ? [] : [listed(papers, 'stated', clauses, year)]
}

function listed(
  { allOf, oneOf }: Papers,
  sureness: Source['sureness'],
  clauses: readonly Clause[],
  year: number,
): ProofsShown {
  const proofs = (codes: readonly string[]) => codes.map((code) => proofOf(code, year))
  return {
    source: { sureness, clauses: [...clauses], says: words.proofsSay },
    all: proofs(allOf),
    oneOf: oneOf.map(proofs),
  }
}

const silence = (clauses: readonly Clause[]): ProofsShown => ({
  source: { sureness: 'unstated', clauses: [...clauses], says: words.proofsUnstated },
  all: [],
  oneOf: [],
  silence: words.proofsUnstated,
})
