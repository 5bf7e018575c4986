import { Button, SecondButton } from '../../components/Button'
import { ClauseChip, Chips } from '../../components/ClauseChip'
import { Box, Words } from '../../components/Element'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Fact, SummaryList } from '../../components/SummaryList'
import { common } from '../../texts/common'
import { newborn as words } from '../../texts/newborn'
import { notices } from '../../texts/notices'
import { offices } from '../../texts/offices'
import type { DayShown } from './daysOf'
import type { NewbornShown, WayShown } from './newbornOf'

interface Props {
  shown: NewbornShown
  onCall: () => void
  onAgain: () => void
}

/** Below the hero: where the money goes, the ways, the days, the steps, what to bring, and whom to ask. */
export const NewbornView = ({ shown, onCall, onAgain }: Props) => (
  <>
    <Box className="stack">
      {shown.notHere && <Notice tone="warn" icon="warn" lines={[shown.notHere, words.counterOnlyTell]} />}
      {shown.office && (
        <Box className="stack stack--close">
          <Button icon="phone" text={offices.ask(shown.office.name)} onTap={onCall} />
          <Box as="p" className="small muted">
            {offices.phone(shown.office)}
          </Box>
        </Box>
      )}
    </Box>
    <Ways {...shown} />
    {shown.days.length > 0 && <Days days={shown.days} />}
    {shown.steps && <Steps {...shown.steps} />}
    {shown.errand.length > 0 && (
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {words.when}
        </Box>
        <SummaryList>
          {shown.errand.map((fact) => (
            <Fact key={fact.key} fact={fact} />
          ))}
        </SummaryList>
      </Box>
    )}
    <Box className="block">
      <SecondButton text={words.again} onTap={onAgain} />
    </Box>
    {shown.notices.map((notice) => (
      <Box as="p" key={notice.id} className="src">
        {common.basis}
        {notices.named(notice)}
      </Box>
    ))}
  </>
)

const Ways = ({ ways, withoutTable }: Pick<NewbornShown, 'ways' | 'withoutTable'>) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {ways.length > 1 ? words.ways : words.buys}
    </Box>
    <Box className="ways">
      {ways.map((way) => (
        <WayCard key={way.key} way={way} />
      ))}
    </Box>
    {withoutTable.map((year) => (
      <Box as="p" key={year} className="under">
        {words.noTableYear(year)}
      </Box>
    ))}
    {withoutTable.length > 0 && (
      <Box as="p" className="small muted">
        {words.noTableTell}
      </Box>
    )}
    {ways.length > 0 && (
      <Box as="p" className="small muted under">
        {words.assumed}
      </Box>
    )}
  </Box>
)

const WayCard = ({ way }: { way: WayShown }) => (
  <Box className="way">
    <Box as="h3" className="way__t">
      {way.title}
    </Box>
    {way.label && <Box as="p">{way.label}</Box>}
    {way.facts.map((fact) => (
      <Fact key={fact.key} fact={fact} />
    ))}
  </Box>
)

const state: Record<DayShown['mark'], string> = {
  tick: 'steps__i steps__i--done',
  today: 'steps__i',
  key: 'steps__i days__i--key',
  other: 'steps__i steps__i--later',
}

const Days = ({ days }: { days: readonly DayShown[] }) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.days}
    </Box>
    <Box as="ol">
      {days.map((day, index) => (
        <Box as="li" key={day.key} className={state[day.mark]}>
          <Box className="steps__mark" hidden>
            <Box className="steps__dot">
              <Mark mark={day.mark} />
            </Box>
            {index < days.length - 1 && (
              <Box className={day.mark === 'tick' ? 'steps__line' : 'steps__line steps__line--dash'} />
            )}
          </Box>
          <Box className="steps__b">
            <Box as="p" className="steps__t days__t">
              {day.title}
            </Box>
            {day.text && <Box as="p">{day.text}</Box>}
            {day.source && <Chips source={day.source} />}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
)

const Mark = ({ mark }: { mark: DayShown['mark'] }) =>
  mark === 'tick' ? <Icon name="tick" small /> : <Words>{words.marks[mark]}</Words>

const Steps = ({ lines, source }: NonNullable<NewbornShown['steps']>) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.steps}
    </Box>
    <Box as="ol">
      {lines.map((line, index) => (
        <Box as="li" key={line} className="steps__i">
          <Box className="steps__mark" hidden>
            <Box className="steps__dot">{index + 1}</Box>
            {index < lines.length - 1 && <Box className="steps__line steps__line--dash" />}
          </Box>
          <Box as="p" className="steps__b">
            {line}
          </Box>
        </Box>
      ))}
    </Box>
    {source && <ClauseChip source={source} />}
  </Box>
)
