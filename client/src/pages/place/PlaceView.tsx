import type { Place } from '../../api/places'
import { Box } from '../../components/Element'
import { RadioCards } from '../../components/RadioCards'
import { Row } from '../../components/Row'
import { place as words } from '../../texts/place'

interface Props {
  places: readonly Place[]
  chosen: string | undefined
  onChoose: (region: string) => void
  onYear: (region: string, year: number) => void
  onPolicies: () => void
}

/** The places there is a table for; other years lead to the public fee question. */
export const PlaceView = ({ places, chosen, onChoose, onYear, onPolicies }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading}
    </Box>
    <Box as="p" className="muted under">
      {words.hint}
    </Box>
    <Box className="block block--near">
      <RadioCards
        label={words.label}
        leadsOn
        choices={places.map(({ region, name, years }) => ({
          value: region,
          text: name,
          hint: words.years(years.map(({ coverageYear }) => coverageYear)),
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Box>
    <Box as="section" className="block stack stack--close">
      <Box as="h2" className="h2">
        {words.other}
      </Box>
      <Box as="p">{words.otherText}</Box>
    </Box>
    <OtherYears places={places} onYear={onYear} />
    <Box className="block">
      <Row first icon="book" text={words.policies} onTap={onPolicies} />
    </Box>
  </>
)

function OtherYears({ places, onYear }: Pick<Props, 'places' | 'onYear'>) {
  const others = places.flatMap(({ region, name, years }) =>
    years.filter(({ current }) => !current).map(({ coverageYear }) => ({ region, name, coverageYear })),
  )
  if (others.length === 0) return null
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.past}
      </Box>
      {others.map(({ region, name, coverageYear }) => (
        <Row
          key={`${region}/${coverageYear}`}
          icon="reckon"
          text={words.pastRow(name, coverageYear)}
          onTap={() => onYear(region, coverageYear)}
        />
      ))}
    </Box>
  )
}
