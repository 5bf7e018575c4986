import { useState } from 'react'
import {
  DecideReversal,
  ListReversals,
  type ReversalShown,
} from '../../../../shared/contracts/counterReversals'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { counter } from '../../texts/counter'
import { fullDay, shortMoment, sumInline } from '../../texts/figures'
import { reversal as words } from '../../texts/reversal'
import { townDay } from '../../texts/townDay'
import { channelName } from '../../texts/vocabulary'
import { useList } from '../useList'
import { useStep } from '../useStep'

/** What somebody asked to have reversed: a second person looks at it here. Nothing stands here while nobody asked. */
export function Waiting({ onMoved }: { onMoved: () => void }) {
  const [said, setSaid] = useState('')
  const { asked, again, more } = useList(ListReversals, {}, (reply) => reply.reversals)
  if (asked.kind !== 'done') return null
  const { reversals } = asked.reply
  const decided = (sentence: string) => {
    setSaid(sentence)
    again()
    onMoved()
  }
  return (
    <>
      <Box role="status" live="polite" className={said === '' ? undefined : 'after'}>
        {said !== '' && <Notice tone="ok" icon="tick" lines={[said]} />}
      </Box>
      {reversals.length > 0 && (
        <Box as="section" className="block block--near" label={words.waiting}>
          <Box as="h2" className="h2">
            {words.waiting}
          </Box>
          <Box as="p" className="muted">
            {words.waitingText}
          </Box>
          <Box as="ol">
            {reversals.map((one) => (
              <One key={one.reversalId} reversal={one} onDecided={decided} />
            ))}
          </Box>
          {more && <Link text={counter.more} onTap={more} />}
        </Box>
      )}
    </>
  )
}

function One({ reversal, onDecided }: { reversal: ReversalShown; onDecided: (said: string) => void }) {
  const { trouble, busy, take } = useStep()
  const { reversalId, receipt, fen, mayConfirm, mayDecline } = reversal
  const name = reversal.name ?? counter.moved
  const decide = (decision: 'confirmed' | 'declined') =>
    take(DecideReversal, { reversalId, decision }, words.decideRefusals, () => onDecided(words[decision]))
  return (
    <Box as="li" className="person person--done">
      <Box as="h3" className="person__name">
        {name}　{sumInline(fen)}
      </Box>
      {linesOf(reversal).map((line) => (
        <Box as="p" key={line} className="small muted">
          {line}
        </Box>
      ))}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {!mayConfirm && mayDecline && (
        <Box as="p" className="small">
          {words.waitsForSecond}
        </Box>
      )}
      <Box className="stack stack--close under">
        {mayConfirm && (
          <SecondButton
            text={busy ? counter.busy : words.confirm(sumInline(fen))}
            label={words.confirmOf(sumInline(fen), name, receipt)}
            onTap={() => decide('confirmed')}
          />
        )}
        {mayDecline && (
          <Link
            text={words.decline}
            label={words.declineOf(name, receipt)}
            onTap={() => decide('declined')}
          />
        )}
      </Box>
    </Box>
  )
}

function linesOf({
  town,
  receipt,
  channel,
  paidOn,
  bookedOn,
  askedBy,
  askedAt,
  reason,
}: ReversalShown): string[] {
  const stood = bookedOn === null ? '' : `　${words.stoodOn(fullDay(bookedOn))}`
  return [
    `${town ?? words.noTown}　${words.line(receipt, channelName(channel), fullDay(paidOn))}${stood}`,
    words.askedBy(askedBy ?? townDay.colleague, shortMoment(askedAt), counter.reasons[reason].text),
  ]
}
