import { useEffect, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { MatchShown } from '../../../../shared/contracts/match'
import { BeginMatch, ListMatches } from '../../../../shared/contracts/staffMatch'
import { useCall } from '../../api/useCall'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { Unanswered } from '../../pages/Unanswered'
import { match as words } from '../../texts/match'
import type { NamedNotice } from '../../texts/notices'
import type { Me } from '../DeskFrame'
import { useStep } from '../useStep'
import { Queues } from './Queues'
import { Walking } from './Walking'

interface Props {
  me: Me
  onNotices: (notices: readonly NamedNotice[]) => void
}

/** The latest month, or the one chosen; and the months that may be begun. */
export function Matches({ me, onNotices }: Props) {
  const { asked, again } = useCall(ListMatches, { coverageYear: me.coverageYear })
  const [month, setMonth] = useState<string>()
  useEffect(() => {
    if (asked.kind === 'done') onNotices(asked.reply.notices)
  }, [asked, onNotices])
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { matches, mayBegin, ask } = asked.reply
  const shown = matches.find((each) => each.month === month) ?? matches[0]
  return (
    <>
      {shown ? (
        <OneMatch key={shown.matchId} me={me} shown={shown} ask={ask.name} onChanged={again} />
      ) : (
        <>
          <Box as="h1" className="h1">
            {words.page}
          </Box>
          <Empty title={words.none} text={words.noneText} />
        </>
      )}
      <Box className="block block--near actions">
        {me.role === 'bureau' && (
          <Begin year={me.coverageYear} months={mayBegin} isFirst={!shown} onBegun={again} />
        )}
        {matches
          .filter((each) => each !== shown)
          .map((each) => (
            <Link key={each.matchId} text={words.other(each.month)} onTap={() => setMonth(each.month)} />
          ))}
      </Box>
    </>
  )
}

interface OneProps {
  me: Me
  shown: MatchShown
  ask: string
  onChanged: () => void
}

const OneMatch = ({ me, shown, ask, onChanged }: OneProps) => (
  <>
    <Box as="h1" className="h1">
      {words.title(shown.month)}
    </Box>
    <Box as="p" className="muted">
      {words.explain(shown)}
    </Box>
    {shown.state === 'done' ? (
      <Queues me={me} shown={shown} ask={ask} onChanged={onChanged} />
    ) : (
      <Walking me={me} from={shown} onDone={onChanged} />
    )}
  </>
)

interface BeginProps {
  year: number
  months: ReplyOf<typeof ListMatches>['mayBegin']
  /** Nothing stands on the page yet: to begin is the one thing to do. */
  isFirst: boolean
  onBegun: () => void
}

function Begin({ year, months, isFirst, onBegun }: BeginProps) {
  const { trouble, busy, take } = useStep()
  return (
    <>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {months.map((month, index) => {
        const Kind = isFirst && index === 0 ? Button : SecondButton
        return (
          <Kind
            key={month}
            text={busy ? words.busy : words.begin(month)}
            onTap={() => take(BeginMatch, { coverageYear: year, month }, words.beginRefusals, onBegun)}
          />
        )
      })}
    </>
  )
}
