import type { ProofShown, ProofState } from '../../../../shared/contracts/proof'
import type { Drawing } from '../../components/Icon'
import type { Tone } from '../../components/Tag'
import { fullMoment } from '../../texts/figures'
import { proofOf } from '../../texts/proofs'
import { sentProofs as words } from '../../texts/sentProofs'

/** One paper that was sent, as it stands on the page. */
export interface SentShown {
  key: string
  paper: string
  name: string
  tag: { tone: Tone; icon: Drawing; text: string }
  /** When, why, and what to do next. */
  lines: readonly string[]
  /** A better one is wanted, or another one may be sent. */
  mayRepeat: boolean
  mayWithdraw: boolean
}

const looks: Record<ProofState, { tone: Tone; icon: Drawing }> = {
  received: { tone: 'due', icon: 'clock' },
  inReview: { tone: 'due', icon: 'clock' },
  accepted: { tone: 'ok', icon: 'tick' },
  rejected: { tone: 'bad', icon: 'stop' },
  askedAgain: { tone: 'due', icon: 'warn' },
  replaced: { tone: 'plain', icon: 'paper' },
  withdrawn: { tone: 'plain', icon: 'paper' },
}

export const sentOf = ({ proofId, paper, coverageYear, state, reason, asOf }: ProofShown): SentShown => ({
  key: proofId,
  paper,
  name: proofOf(paper, coverageYear).name,
  tag: { ...looks[state], text: words.states[state].tag },
  lines: [
    ...(reason !== null && state !== 'replaced' ? [words.reasons[reason]] : []),
    words.states[state].next,
    words.asOf(fullMoment(asOf)),
  ],
  mayRepeat: state === 'askedAgain' || state === 'rejected',
  mayWithdraw: state === 'received' || state === 'inReview' || state === 'askedAgain',
})
