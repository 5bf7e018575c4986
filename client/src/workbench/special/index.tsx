import '../progress/progress.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  ListSpecial,
  specialNoteState,
  type SpecialNoteState,
} from '../../../../shared/contracts/specialNotes'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { special as words } from '../../texts/special'
import { DeskPage } from '../DeskPage'
import { Tabs } from '../Tabs'
import { useList } from '../useList'
import { SpecialNoteCard } from './SpecialNoteCard'

/** 特殊人群台账: who was noted, and what waits for the bureau. */
export default function SpecialPage() {
  const coverageYear = Number(useRouter().params.year)
  const [state, setState] = useState<SpecialNoteState>('noted')
  return (
    <DeskPage tab="progress">
      {() => (
        <>
          <Box as="h1" className="h1">
            {words.heading(coverageYear)}
          </Box>
          <Box as="p" className="muted">
            {words.explain}
          </Box>
          <Tabs
            tabs={specialNoteState.options.map((key) => ({ key, text: words.states[key] }))}
            on={state}
            onTab={setState}
          />
          <Notes key={state} coverageYear={coverageYear} state={state} />
        </>
      )}
    </DeskPage>
  )
}

function Notes({ coverageYear, state }: { coverageYear: number; state: SpecialNoteState }) {
  const { asked, again, more } = useList(ListSpecial, { coverageYear, state }, (reply) => reply.notes)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { notes } = asked.reply
  if (notes.length === 0 && !more) return <Empty title={words.nothing} text={words.nothingText} />
  return (
    <>
      <Box as="ol" className="desk__narrow">
        {notes.map((note) => (
          <SpecialNoteCard key={note.residentId} note={note} coverageYear={coverageYear} onMoved={again} />
        ))}
      </Box>
      {more && <Link text={words.more} onTap={more} />}
    </>
  )
}
