import '../person/person.scss'
import { useState } from 'react'
import { duplicateState, ListDuplicates, type DuplicateState } from '../../../../shared/contracts/duplicates'
import { useReturn } from '../../api/useReturn'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { duplicates as words } from '../../texts/duplicates'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { PersonTabs } from '../person/PersonTabs'
import { Tabs } from '../Tabs'
import { useList } from '../useList'
import { Pair } from './Pair'

/** 疑似重复: the pairs in one state, one below the other. */
export default function DuplicatesPage() {
  const [state, setState] = useState<DuplicateState>('open')
  return (
    <DeskPage tab="person">
      {(me) => (
        <>
          <Box as="h1" className="h1">
            {words.heading}
          </Box>
          <PersonTabs on="duplicates" />
          <Box as="p" className="muted">
            {words.explain}
          </Box>
          <Tabs
            tabs={duplicateState.options.map((key) => ({ key, text: words.states[key] }))}
            on={state}
            onTab={setState}
          />
          <InState key={state} me={me} state={state} />
        </>
      )}
    </DeskPage>
  )
}

function InState({ me, state }: { me: Me; state: DuplicateState }) {
  const [isDone, setDone] = useState(false)
  const { asked, again, more } = useList(ListDuplicates, { state }, (reply) => reply.duplicates)
  useReturn(again)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { duplicates, elsewhere } = asked.reply
  return (
    <>
      <Box role="status" live="polite" className="small">
        {isDone ? words.done : ''}
      </Box>
      {duplicates.length === 0 && <Empty title={words.nothing} text={words.nothingText} />}
      {duplicates.map((pair) => (
        <Pair
          key={pair.duplicateId}
          me={me}
          pair={pair}
          onDone={() => {
            setDone(true)
            again()
          }}
        />
      ))}
      {more && <Link text={words.more} onTap={more} />}
      {elsewhere && state === 'open' && (
        <Box as="p" className="muted after">
          {words.elsewhere(elsewhere.people)}
        </Box>
      )}
    </>
  )
}
