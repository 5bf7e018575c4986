import { useState } from 'react'
import { findingQueue, type FindingQueue, type MatchShown } from '../../../../shared/contracts/match'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { match as words } from '../../texts/match'
import type { Me } from '../DeskFrame'
import { Tabs } from '../Tabs'
import { Findings } from './Findings'

interface Props {
  me: Me
  shown: MatchShown
  /** The office to ask about what the notice leaves open. */
  ask: string
  onChanged: () => void
}

/** The three queues that every month has, and the others where somebody stands in them. */
const always: readonly FindingQueue[] = ['new', 'changed', 'lost']

/** A month's queues, how far each is, and who stands in the one that is open. */
export function Queues({ me, shown, ask, onChanged }: Props) {
  const [queue, setQueue] = useState<FindingQueue>('new')
  const [open, setOpen] = useState(true)
  const [said, setSaid] = useState('')
  const { found, decided } = shown.queues[queue]
  const queues = findingQueue.options.filter((each) => always.includes(each) || shown.queues[each].found > 0)
  return (
    <>
      <Tabs
        tabs={queues.map((key) => ({ key, text: words.queueOf(key, shown.queues[key].found) }))}
        on={queue}
        onTab={(next) => {
          setQueue(next)
          setOpen(true)
          setSaid('')
        }}
      />
      <Box className="match__line">
        <Box as="p" className="small">
          {words.progress(decided, found)}
        </Box>
        {decided > 0 && (
          <Link
            className="link--small"
            text={open ? words.showDecided : words.showOpen}
            onTap={() => setOpen(!open)}
          />
        )}
        <Box role="status" live="polite" className="small">
          {said}
        </Box>
      </Box>
      {queue === 'reimburse' && shown.unsettled > 0 && (
        <Box as="p" className="muted">
          {words.unsettled(shown.unsettled, ask)}
        </Box>
      )}
      <Findings
        key={`${queue}-${open}`}
        me={me}
        matchId={shown.matchId}
        queue={queue}
        open={open}
        left={open ? found - decided : decided}
        isOver={decided > 0}
        ask={ask}
        onDecided={(text) => {
          setSaid(text)
          onChanged()
        }}
      />
    </>
  )
}
