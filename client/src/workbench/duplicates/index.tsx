import '../person/person.scss'
import { useState } from 'react'
import { duplicateState, ListDuplicates, type DuplicateState } from '../../../../shared/contracts/duplicates'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { duplicates as words } from '../../texts/duplicates'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { PersonTabs } from '../person/PersonTabs'
import { Tabs } from '../Tabs'
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
  const [cursor, setCursor] = useState<string>()
  const [isDone, setDone] = useState(false)
  const { asked, again } = useCall(ListDuplicates, cursor === undefined ? { state } : { state, cursor })
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { duplicates, cursor: next, elsewhere } = asked.reply
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
      {next !== undefined && <Link text={words.more} onTap={() => setCursor(next)} />}
      {elsewhere && state === 'open' && (
        <Box as="p" className="muted after">
          {words.elsewhere(elsewhere.people)}
        </Box>
      )}
    </>
  )
}
