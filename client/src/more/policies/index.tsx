import { usePlaces, type Place } from '../../api/places'
import { Box } from '../../components/Element'
import { Row } from '../../components/Row'
import { go } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { policy as words } from '../../texts/policy'

/** 各地政策: every place and coverage year there is a table for. */
export default function PoliciesPage() {
  const { asked, again } = usePlaces()
  return (
    <ResidentPage title={words.listTitle}>
      {asked.kind === 'done' ? (
        <>
          <Box as="h1" className="h1">
            {words.listHeading}
          </Box>
          <Box as="p" className="muted under">
            {words.listHint}
          </Box>
          {asked.reply.places.map((place) => (
            <YearsOf key={place.region} place={place} />
          ))}
        </>
      ) : (
        <Unanswered asked={asked} onAgain={again} />
      )}
    </ResidentPage>
  )
}

/** The latest year first. */
const YearsOf = ({ place: { region, name, years } }: { place: Place }) => (
  <Box as="section" className="block" label={name}>
    <Box as="h2" className="h2 block__h">
      {name}
    </Box>
    {[...years].reverse().map(({ coverageYear, current }, index) => (
      <Row
        key={coverageYear}
        first={index === 0}
        icon="paper"
        text={words.yearRow(coverageYear)}
        label={words.yearRowOf(name, coverageYear)}
        hint={current ? words.current : undefined}
        onTap={() => go('policy', { region, year: coverageYear })}
      />
    ))}
  </Box>
)
