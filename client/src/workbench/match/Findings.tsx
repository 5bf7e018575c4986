import { useState } from 'react'
import type { FindingQueue, FindingShown } from '../../../../shared/contracts/match'
import { ListFindings } from '../../../../shared/contracts/staffMatch'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { match as words } from '../../texts/match'
import type { Me } from '../DeskFrame'
import { ListAndOpen } from '../ListAndOpen'
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
  const [cursor, setCursor] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [turn, setTurn] = useState(0)
  const [together, setTogether] = useState<readonly string[]>()
  const { asked, again } = useCall(ListFindings, {
    matchId,
    queue,
    open,
    ...(cursor === undefined ? {} : { cursor }),
  })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { findings, cursor: next } = asked.reply
  const shown = findings.find(({ findingId }) => findingId === chosen) ?? findings[0]
  if (!shown) return isOver ? <AllDone /> : <Nobody />
  const mayDecide = me.role === 'bureau' && open
  const done = (said: string) => {
    setCursor(undefined)
    setChosen(nextAfter(findings, shown.findingId))
    setTogether(undefined)
    again()
    onDecided(said)
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
          more={next === undefined ? undefined : () => setCursor(next)}
          left={left - findings.length}
        />
      }
      open={
        together ? (
          <Batch
            queue={queue}
            findings={findings.filter(({ findingId }) => together.includes(findingId))}
            onDone={done}
          />
        ) : (
          <Case
            key={shown.findingId}
            findingId={shown.findingId}
            mayDecide={mayDecide}
            ask={ask}
            onDone={done}
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
