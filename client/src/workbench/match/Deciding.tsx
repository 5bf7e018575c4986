import { useState, type ReactNode } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  reasonsFor,
  reasonsOf,
  type Decision,
  type DecisionReason,
  type FindingQueue,
  type FindingShown,
} from '../../../../shared/contracts/match'
import { DecideFindings } from '../../../../shared/contracts/staffMatch'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { match as words } from '../../texts/match'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  queue: FindingQueue
  /** One, or several for whom the same holds. */
  findings: readonly FindingShown[]
  onDone: (said: string) => void
  /** Somebody's records say something else by now. */
  onTrouble: () => void
  /** What the notice says, beside the reasons. */
  children?: ReactNode
}

/** One reason, and what it leads to. */
export function Deciding({ queue, findings, onDone, onTrouble, children }: Props) {
  const { trouble, busy, take, say, anew } = useStep()
  const [reason, setReason] = useState<DecisionReason>()
  const allowed = reasonsForAll(queue, findings)
  const reasons = [...allowed.agree, ...allowed.refuse]
  const heard = ({ outcomes }: ReplyOf<typeof DecideFindings>): void => {
    const refused = outcomes.flatMap(({ refusal }) => refusal ?? [])
    const [first] = refused
    const done = outcomes.length - refused.length
    if (first === undefined) return onDone(words.decided(done))
    const why = words.refusals[first]
    if (outcomes.length > 1) return onDone(`${words.decided(done)}${words.notDecided(refused.length, why)}`)
    say(why)
    onTrouble()
  }
  const decide = (decision: Decision) => (): void => {
    if (findings.length === 0) return say(words.chooseFirst)
    if (decision !== 'putOff') {
      if (reason === undefined) return say(words.reasonFirst)
      if (!allowed[decision].includes(reason)) return say(words.wrongReason)
    }
    const findingIds = findings.map(({ findingId }) => findingId)
    take(
      DecideFindings,
      { findingIds, decision, reason: decision === 'putOff' ? null : (reason ?? null) },
      {},
      heard,
    )
  }
  const texts = textsFor(queue, findings)
  return (
    <Box className="block block--near stack stack--wide">
      <Box className="match__decide">
        {children && <Box className="match__half">{children}</Box>}
        <Box className="match__half">
          <Question
            label={words.reasonLabel}
            choices={reasons.map((value) => ({ value, text: words.reasons[value] }))}
            chosen={reason}
            onChoose={anew(setReason)}
          />
        </Box>
      </Box>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <Button text={busy ? words.busy : texts.agree} onTap={decide('agree')} />
        <SecondButton text={texts.refuse} onTap={decide('refuse')} />
        {findings.length <= 1 && <Link text={words.later} onTap={decide('putOff')} />}
      </Box>
    </Box>
  )
}

/** Of several kinds, what their queue allows: each stands or falls alone. */
function reasonsForAll(queue: FindingQueue, findings: readonly FindingShown[]) {
  const [first] = findings
  const isOneKind = findings.every(({ kind }) => kind === first?.kind)
  return first && isOneKind ? reasonsOf(first.kind) : reasonsFor[queue]
}

const cardQueues: readonly FindingQueue[] = ['new', 'reimburse']

function textsFor(queue: FindingQueue, findings: readonly FindingShown[]): { agree: string; refuse: string } {
  const fen = findings.reduce((sum, one) => sum + (one.fen ?? 0), 0)
  if (findings.length !== 1)
    return {
      agree: words.agreeAll(findings.length, fen),
      refuse: words.refuseAll(findings.length),
    }
  if (queue === 'onBehalf') return { agree: words.agree.onBehalf, refuse: words.refuse.onBehalf }
  const toCard = cardQueues.includes(queue) && fen > 0
  return toCard
    ? { agree: words.agree.card(fen), refuse: words.refuse.card }
    : { agree: words.agree.noted, refuse: words.refuse.noted }
}
