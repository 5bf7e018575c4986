import { useEffect, useState } from 'react'
import { Family } from '../../../../shared/contracts/family'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { setLocalDay } from '../../api/localDay'
import { currentYear, usePlaces, type Place, type Places } from '../../api/places'
import { useTable, type AskedTable } from '../../api/table'
import { useCall, type Asked } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Link } from '../../components/Button'
import { Box, inMiniProgram } from '../../components/Element'
import { HomeHero } from '../../components/Hero'
import { Outage, Waiting } from '../../components/Outage'
import { Said } from '../../components/Sentence'
import { keepRegion, keptRegion, placeOf } from '../../device/keptPlace'
import { useLetterSize } from '../../device/letterSize'
import { go } from '../../navigation'
import { common } from '../../texts/common'
import { home as words } from '../../texts/home'
import { outages } from '../../texts/outages'
import { ResidentPage } from '../ResidentPage'
import { PlaceView } from '../place/PlaceView'
import { Unanswered } from '../Unanswered'
import { towardsPaying } from '../payees'
import { cardOf, haveButtons } from './cardOf'
import { collectionLine, dayWithin } from './collectionLine'
import { doorsOf } from './doorsOf'
import { HomeView } from './HomeView'
import { togetherOf } from './togetherOf'
import { togetherShown } from './togetherShown'

/** 首页. No login wall: the fee question comes first for whoever is new here. */
export default function HomePage() {
  const { asked, again } = usePlaces()
  // Asked for beside the places, not after them: on a slow network that is one way there and back less.
  const family = useCall(Family, {})
  useReturn(family.again)
  const [, setChosen] = useState(keptRegion)
  const familys = family.asked.kind === 'done' ? family.asked.reply.members[0]?.place.region : undefined
  useEffect(() => {
    if (familys !== undefined && keptRegion() === undefined) keepRegion(familys)
  }, [familys])
  if (asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title} isHome>
        <Unanswered asked={asked} onAgain={again} />
      </ResidentPage>
    )
  }
  const { places, today } = asked.reply
  const place = placeOf(places, familys)
  if (!place && places.length > 0) {
    const choose = (region: string) => {
      keepRegion(region)
      setChosen(region)
    }
    return (
      <ResidentPage title={words.title} isHome>
        {family.asked.kind === 'asking' ? <Waiting /> : <WhichPlace places={places} onChoose={choose} />}
      </ResidentPage>
    )
  }
  const year = place && currentYear(place)
  if (!place || year === undefined) {
    return (
      <ResidentPage title={words.title} isHome>
        <Outage text={outages.noPolicy} action={outages.again} onTap={again} />
      </ResidentPage>
    )
  }
  const { demo } = asked.reply
  return <Home key={place.region} place={place} year={year} today={today} demo={demo} family={family} />
}

/** Several places may be meant: a sum of the wrong one is worse than one question. */
const WhichPlace = ({
  places,
  onChoose,
}: {
  places: Places['places']
  onChoose: (region: string) => void
}) => (
  <PlaceView
    places={places}
    chosen={undefined}
    onChoose={onChoose}
    onYear={(region, year) => go('question', { region, year })}
    onPolicies={() => go('policies', {})}
  />
)

interface HomeProps {
  place: Place
  year: number
  today: string
  /** The day can be set: the people are made up. */
  demo: boolean
}

interface FamilyProps extends HomeProps {
  family: { asked: Asked<typeof Family>; again: () => void }
}

function Home({ place, year, today, demo, family }: FamilyProps) {
  const { asked, again } = family
  const table = useTable(place.region, year)
  return (
    <ResidentPage
      title={words.title}
      isHome
      close={asked.kind === 'done' && asked.reply.members.length > 0}
      top={<Top place={place} year={year} today={today} demo={demo} table={table.asked} />}
    >
      {asked.kind === 'asking' && <Waiting />}
      {asked.kind === 'unreached' && (
        <Outage text={outages.unreached[asked.why]} action={outages.again} onTap={again} />
      )}
      {asked.kind !== 'asking' && asked.kind !== 'unreached' && (
        <People
          members={asked.kind === 'done' ? asked.reply.members : []}
          today={today}
          region={place.region}
          year={year}
        />
      )}
    </ResidentPage>
  )
}

function Top({ place, year, today, demo, table }: HomeProps & { table: AskedTable }) {
  const { large, toggle } = useLetterSize()
  const line = table.kind === 'table' ? collectionLine(table.table, today) : undefined
  const within = demo && !inMiniProgram && table.kind === 'table' ? dayWithin(table.table, today) : undefined
  return (
    <HomeHero
      left={
        <Link
          text={place.name}
          label={`${place.name}，${common.changePlace}`}
          icon="next"
          onTap={() => go('place', {})}
        />
      }
      right={<Link text={large ? common.normalPrint : common.largePrint} onTap={toggle} />}
      title={words.heading(year)}
    >
      {line && (
        <Box as="p">
          <Said text={line} />
        </Box>
      )}
      {within !== undefined && <Link text={words.intoPeriod} onTap={() => void setLocalDay(within)} />}
    </HomeHero>
  )
}

interface PeopleProps {
  members: ReplyOf<typeof Family>['members']
  today: string
  region: string
  year: number
}

function People({ members, today, region, year }: PeopleProps) {
  const together = togetherOf(members)
  const self = members.find(({ relation }) => relation === 'self')
  const open = (residentId: string) => {
    const card = members.find((member) => member.residentId === residentId)?.card
    if (!card) return go('result', { resident: residentId, year })
    const address = { resident: residentId, year: card.coverageYear }
    if (card.order && card.standing === 'enrolled') return go('receipt', { order: card.order })
    if (card.order && (card.standing === 'confirming' || card.standing === 'unpaidOrder')) {
      return go('waiting', { order: card.order })
    }
    if (card.standing === 'awaitingTax') return go('handoff', address)
    go('result', address)
  }
  return (
    <Box>
      <HomeView
        together={together && togetherShown(together, today)}
        people={members.map((member) => cardOf(member, today, haveButtons(members)))}
        onTogether={() => together && towardsPaying(together.payees)}
        onOpen={open}
        onAdd={() => go('who', {})}
        onAddSelf={() => go('who', { as: 'self' })}
        onActing={self && (() => go('acting', { resident: self.residentId }))}
        onReckon={() => go('question', { region, year })}
        onMine={() => go('privacy', {})}
        doors={doorsOf({ region, year })}
      />
    </Box>
  )
}
