import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { PersonTimeline, type CorrectedPart } from '../../../../shared/contracts/person'
import { useCall } from '../../api/useCall'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { Unanswered } from '../../pages/Unanswered'
import { go, replace } from '../../navigation'
import { person as words } from '../../texts/person'
import type { Me } from '../DeskFrame'
import { Opened } from '../Opened'
import { Correcting } from './Correcting'
import { Events } from './Events'
import { Known } from './Known'

/** One person: how they stand with who said it, and beside it what happened, or what is being set right. */
export function OnePerson({ me, residentId }: { me: Me; residentId: string }) {
  const { asked, again } = useCall(PersonTimeline, { residentId })
  const [part, setPart] = useState<CorrectedPart>()
  const [isDone, setDone] = useState(false)
  if (asked.kind === 'refused' && asked.refusal === 'notFound')
    return (
      <Empty title={words.notFound} text={words.notFoundText}>
        <SecondButton text={words.back} onTap={() => replace('person', {})} />
      </Empty>
    )
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const shown = asked.reply
  return (
    <>
      <Head me={me} shown={shown} />
      <Box role="status" live="polite" className="small">
        {isDone ? words.correcting.done : ''}
      </Box>
      <Box className="cols block block--near">
        <Box as="section" className={part ? 'col col--behind' : 'col'}>
          <Box as="h2" className="h2 block__h">
            {words.facts}
          </Box>
          <Known
            facts={shown.person.facts}
            mayCorrect={shown.mayCorrect}
            onCorrect={(next) => {
              setPart(next)
              setDone(false)
            }}
          />
        </Box>
        <Opened className="col" of={part}>
          {part ? (
            <Correcting
              key={part}
              part={part}
              shown={shown}
              onCancel={() => setPart(undefined)}
              onRefused={again}
              onDone={() => {
                setPart(undefined)
                setDone(true)
                again()
              }}
            />
          ) : (
            <Events timeline={shown.timeline} />
          )}
        </Opened>
      </Box>
    </>
  )
}

const Head = ({ me, shown: { person } }: { me: Me; shown: ReplyOf<typeof PersonTimeline> }) => (
  <>
    <Box className="desk__title">
      <Box as="h1" className="h1">
        {person.name}
      </Box>
      <Link className="link--small" text={words.back} onTap={() => replace('person', {})} />
      {(me.role === 'auditor' || me.role === 'bureau') && me.town === null && (
        <Link
          className="link--small"
          text={words.looked}
          onTap={() => go('audit', { person: person.residentId })}
        />
      )}
    </Box>
    <Box as="p" className="muted">
      {[person.maskedId, ...(person.born === null ? [] : [words.born(person.born)])].join('　')}
    </Box>
    {person.temporary && <Notice tone="warn" icon="info" lines={[words.temporary]} />}
    {person.mergedInto !== null && <Gone into={person.mergedInto} />}
  </>
)

const Gone = ({ into }: { into: string }) => (
  <Box className="stack">
    <Notice tone="warn" icon="info" lines={[words.gone]} />
    <SecondButton text={words.goneGo} onTap={() => replace('person', { resident: into })} />
  </Box>
)
