import { useState } from 'react'
import type { ProofState } from '../../../../shared/contracts/proof'
import { ListProofs, type ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { useCall } from '../../api/useCall'
import { Box, Words } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { shortMoment } from '../../texts/figures'
import { proofDesk as words, type ProofQueue } from '../../texts/proofDesk'
import { documentName } from '../../texts/vocabulary'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Queue } from '../Queue'
import { QueueAndOpen } from '../QueueAndOpen'
import { Tabs } from '../Tabs'
import { useList } from '../useList'
import { useOneByOne } from '../useOneByOne'
import { ProofOpen } from './ProofOpen'

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
  const first = useList(ListProofs, { state }, (reply) => reply.proofs)
  const second = useCall(ListProofs, other && { state: other })
  const again = () => [first, second].forEach((each) => each.again())
  const oneByOne = useOneByOne(again)
  const waiting = [first.asked, ...(other ? [second.asked] : [])].find(({ kind }) => kind !== 'done')
  if (waiting) return <Unanswered asked={waiting} onAgain={again} />

  const proofs = [first.asked, second.asked].flatMap((asked) =>
    asked.kind === 'done' ? asked.reply.proofs : [],
  )
  const { more } = first
  return (
    <QueueAndOpen
      items={proofs}
      idOf={({ proofId }) => proofId}
      queue={oneByOne}
      moved={words.moved}
      nothing={<Empty title={words.nothing} text={words.nothingText} />}
      list={({ proofId }) => (
        <Queue
          label={words.list}
          lines={proofs.map(lineOf)}
          open={proofId}
          onChoose={oneByOne.choose}
          more={more && { text: words.more, onTap: more }}
        />
      )}
      open={(proof) => (
        <ProofOpen key={proof.proofId} me={me} proof={proof} onDone={() => oneByOne.done(proof.proofId)} />
      )}
    />
  )
}

const lineOf = ({ proofId, name, paper, receivedAt }: ProofOnDesk) => ({
  id: proofId,
  name,
  under: shortMoment(receivedAt),
  right: <Words>{documentName(paper)}</Words>,
})
