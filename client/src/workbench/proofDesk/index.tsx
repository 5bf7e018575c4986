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
import { Tabs } from '../Tabs'
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
  const [chosen, setChosen] = useState<string>()
  const [done, setDone] = useState(false)
  const again = () => [first, second].forEach((each) => each.again())
  const waiting = [first.asked, ...(other ? [second.asked] : [])].find(({ kind }) => kind !== 'done')
  if (waiting) return <Unanswered asked={waiting} onAgain={again} />

  const proofs = [first.asked, second.asked].flatMap((asked) =>
    asked.kind === 'done' ? asked.reply.proofs : [],
  )
  const next = first.asked.kind === 'done' ? first.asked.reply.cursor : undefined
  const open = proofs.find(({ proofId }) => proofId === chosen) ?? proofs[0]
  return (
    <>
      <Box role="status" live="polite" className="small">
        {done ? words.moved : ''}
      </Box>
      {open ? (
        <Box className="cols after">
          <Box className="col col--list">
            <Queue
              proofs={proofs}
              open={open.proofId}
              onChoose={(proofId) => {
                setChosen(proofId)
                setDone(false)
              }}
              onMore={next === undefined ? undefined : () => setCursor(next)}
            />
          </Box>
          <Box className="col">
            <ProofOpen
              key={open.proofId}
              me={me}
              proof={open}
              onDone={() => {
                setDone(true)
                setChosen(undefined)
                again()
              }}
            />
          </Box>
        </Box>
      ) : (
        <Empty title={words.nothing} text={words.nothingText} />
      )}
    </>
  )
}
