import { AskOffice } from '../../components/AskOffice'
import { Button, SecondButton } from '../../components/Button'
import { ClauseChip, Chips } from '../../components/ClauseChip'
import { Box, Words } from '../../components/Element'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { StepItem } from '../../components/Steps'
import { Fact, SummaryList } from '../../components/SummaryList'
import { common } from '../../texts/common'
import { newborn as words } from '../../texts/newborn'
import { notices } from '../../texts/notices'
import type { DayShown } from './daysOf'
import type { NewbornShown, WayShown } from './newbornOf'
import type { Registrable } from './registrable'

interface Props {
  shown: NewbornShown
  onCall: () => void
  onRegister: (way: Registrable) => void
  onAgain: () => void
}

/** Below the hero: where the money goes, the ways, the days, the steps, what to bring, and whom to ask. */
export const NewbornView = ({ shown, onCall, onRegister, onAgain }: Props) => (
  <>
    <Box className="stack">
      {shown.notHere && <Notice tone="warn" icon="warn" lines={[shown.notHere, words.counterOnlyTell]} />}
      <Act shown={shown} onCall={onCall} onRegister={onRegister} />
    </Box>
    <Ways {...shown} onRegister={onRegister} />
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

/** The one way that can be gone here; where there are several, each has its own button below. */
function Act({ shown, onCall, onRegister }: Omit<Props, 'onAgain'>) {
  const here = shown.ways.flatMap((way) => way.here ?? [])
  const [only] = here
  return (
    <Box className="stack stack--close">
      {only && here.length === 1 && (
        <Button text={words.register.go(only.sum)} onTap={() => onRegister(only)} />
      )}
      {shown.office && <AskOffice solid={here.length === 0} office={shown.office} onCall={onCall} />}
    </Box>
  )
}

type WaysProps = Pick<NewbornShown, 'ways' | 'withoutTable'> & Pick<Props, 'onRegister'>

const Ways = ({ ways, withoutTable, onRegister }: WaysProps) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {ways.length > 1 ? words.ways : words.buys}
    </Box>
    <Box className="ways">
      {ways.map((way) => (
        <WayCard
          key={way.key}
          way={way}
          onRegister={ways.filter(({ here }) => here).length > 1 ? onRegister : undefined}
        />
      ))}
    </Box>
    {ways.length > 0 && (
      <Box as="p" className="small muted under">
        {words.assumed}
      </Box>
    )}
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
  </Box>
)

const WayCard = ({ way, onRegister }: { way: WayShown; onRegister?: Props['onRegister'] }) => (
  <Box className="way">
    <Box as="h3" className="way__t">
      {way.title}
    </Box>
    {way.label && <Box as="p">{way.label}</Box>}
    {way.facts.map((fact) => (
      <Fact key={fact.key} fact={fact} />
    ))}
    {way.here && onRegister && <RegisterThisWay here={way.here} onRegister={onRegister} />}
  </Box>
)

const RegisterThisWay = ({ here, onRegister }: { here: Registrable } & Pick<Props, 'onRegister'>) => (
  <SecondButton
    text={words.register.goThisWay(here.sum)}
    label={`${words.register.goThisWay(here.sum)}，${here.label}`}
    onTap={() => onRegister(here)}
  />
)

const look: Record<DayShown['mark'], string | undefined> = {
  tick: 'steps__i--done',
  today: undefined,
  key: 'days__i--key',
  other: 'steps__i--later',
}

const Days = ({ days }: { days: readonly DayShown[] }) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.days}
    </Box>
    <Box as="ol">
      {days.map(({ key, mark, title, text, source }, index) => (
        <StepItem
          key={key}
          className={look[mark]}
          mark={mark === 'tick' ? <Icon name="tick" small /> : <Words>{words.marks[mark]}</Words>}
          line={index === days.length - 1 ? 'none' : mark === 'tick' ? 'solid' : 'dash'}
        >
          <Box as="p" className="steps__t days__t">
            {title}
          </Box>
          {text && <Box as="p">{text}</Box>}
          {source && <Chips source={source} />}
        </StepItem>
      ))}
    </Box>
  </Box>
)

const Steps = ({ lines, source }: NonNullable<NewbornShown['steps']>) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.steps}
    </Box>
    <Box as="ol">
      {lines.map((line, index) => (
        <StepItem key={line} mark={index + 1} line={index === lines.length - 1 ? 'none' : 'dash'}>
          <Box as="p">{line}</Box>
        </StepItem>
      ))}
    </Box>
    {source && <ClauseChip source={source} />}
  </Box>
)
