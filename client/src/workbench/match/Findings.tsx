import { useState } from 'react'
import type { FindingQueue, FindingShown } from '../../../../shared/contracts/match'
import { ListFindings } from '../../../../shared/contracts/staffMatch'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { match as words } from '../../texts/match'
import type { Me } from '../DeskFrame'
import { ListAndOpen } from '../ListAndOpen'
import { useList } from '../useList'
import { Batch } from './Batch'
import { Case } from './Case'
import { Waiting } from './Waiting'

interface Props {
  me: Me
  matchId: string
  queue: FindingQueue
  open: boolean
  /** How many of the queue there are. */
  left: number
  /** Somebody stood in it, and everybody is decided. */
  isOver: boolean
  ask: string
  onDecided: (said: string) => void
}

/** Who waits, and the one that is open, or those who are decided together. */
export function Findings({ me, matchId, queue, open, left, isOver, ask, onDecided }: Props) {
  const [chosen, setChosen] = useState<string>()
  const [turn, setTurn] = useState(0)
  const [together, setTogether] = useState<readonly string[]>()
  /** How many stand on the pages before this one. */
  const [before, setBefore] = useState(0)
  const { asked, again, more, toFirst } = useList(
    ListFindings,
    { matchId, queue, open },
    (reply) => reply.findings,
  )
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { findings } = asked.reply
  const shown = findings.find(({ findingId }) => findingId === chosen) ?? findings[0]
  if (!shown) return isOver ? <AllDone /> : <Nobody />
  const mayDecide = me.role === 'bureau' && open
  const decided = (said: string) => {
    toFirst()
    setBefore(0)
    again()
    onDecided(said)
  }
  const oneDone = (findingId: string) => (said: string) => {
    // Whoever has opened another one before the answer was there stays with it.
    setChosen((now = findingId) => (now === findingId ? nextAfter(findings, findingId) : now))
    decided(said)
  }
  const severalDone = (said: string) => {
    setTogether(undefined)
    decided(said)
  }
  return (
    <ListAndOpen
      turn={turn}
      isTogether={together !== undefined}
      list={
        <Waiting
          findings={findings}
          open={shown.findingId}
          together={together}
          onChoose={(findingId) => {
            setChosen(findingId)
            setTurn(turn + 1)
          }}
          onTogether={mayDecide ? setTogether : undefined}
          onAll={(all) => {
            setTogether(all)
            setTurn(turn + 1)
          }}
          more={
            more &&
            (() => {
              setBefore(before + findings.length)
              more()
            })
          }
          left={left - before - findings.length}
        />
      }
      open={
        together ? (
          <Batch
            queue={queue}
            findings={findings.filter(({ findingId }) => together.includes(findingId))}
            onDone={severalDone}
          />
        ) : (
          <Case
            key={shown.findingId}
            findingId={shown.findingId}
            mayDecide={mayDecide}
            ask={ask}
            onDone={oneDone(shown.findingId)}
          />
        )
      }
    />
  )
}

const nextAfter = (findings: readonly FindingShown[], findingId: string): string | undefined =>
  findings[findings.findIndex((each) => each.findingId === findingId) + 1]?.findingId

const AllDone = () => <Empty title={words.allDone} text={words.allDoneText} />
const Nobody = () => <Empty title={words.nobody} text={words.nobodyText} />
