import { useState } from 'react'
import type { ProofState } from '../../../../shared/contracts/proof'
import { ListProofs } from '../../../../shared/contracts/staffProofs'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { proofDesk as words, type ProofQueue } from '../../texts/proofDesk'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { QueueAndOpen } from '../QueueAndOpen'
import { Tabs } from '../Tabs'
import { useOneByOne } from '../useOneByOne'
import { ProofOpen } from './ProofOpen'
import { Queue } from './Queue'

/** 审证明: what residents sent, one after another. */
export default function ProofDeskPage() {
  const [queue, setQueue] = useState<ProofQueue>('waiting')
  return (
    <DeskPage tab="proofs">
      {(me) => (
        <>
          <Box as="h1" className="h1">
            {words.heading}
          </Box>
          <Box as="p" className="muted">
            {words.explain}
          </Box>
          <Tabs
            tabs={(Object.keys(words.queues) as ProofQueue[]).map((key) => ({
              key,
              text: words.queues[key],
            }))}
            on={queue}
            onTab={setQueue}
          />
          <InQueue key={queue} me={me} queue={queue} />
        </>
      )}
    </DeskPage>
  )
}

/** Whoever has opened one and gone away leaves it in review: both wait. */
const statesOf: Record<ProofQueue, readonly [ProofState, ProofState?]> = {
  waiting: ['received', 'inReview'],
  accepted: ['accepted'],
  rejected: ['rejected'],
  askedAgain: ['askedAgain'],
}

function InQueue({ me, queue }: { me: Me; queue: ProofQueue }) {
  const [state, other] = statesOf[queue]
  const [cursor, setCursor] = useState<string>()
  const first = useCall(ListProofs, { state, ...(cursor && { cursor }) })
  const second = useCall(ListProofs, other && { state: other })
  const again = () => [first, second].forEach((each) => each.again())
  const oneByOne = useOneByOne(again)
  const waiting = [first.asked, ...(other ? [second.asked] : [])].find(({ kind }) => kind !== 'done')
  if (waiting) return <Unanswered asked={waiting} onAgain={again} />

  const proofs = [first.asked, second.asked].flatMap((asked) =>
    asked.kind === 'done' ? asked.reply.proofs : [],
  )
  const next = first.asked.kind === 'done' ? first.asked.reply.cursor : undefined
  return (
    <QueueAndOpen
      items={proofs}
      idOf={({ proofId }) => proofId}
      queue={oneByOne}
      moved={words.moved}
      nothing={<Empty title={words.nothing} text={words.nothingText} />}
      list={({ proofId }) => (
        <Queue
          proofs={proofs}
          open={proofId}
          onChoose={oneByOne.choose}
          onMore={next === undefined ? undefined : () => setCursor(next)}
        />
      )}
      open={(proof) => <ProofOpen key={proof.proofId} me={me} proof={proof} onDone={oneByOne.done} />}
    />
  )
}
