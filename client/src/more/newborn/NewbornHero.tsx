import { Chips } from '../../components/ClauseChip'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Money } from '../../components/Money'
import { Said } from '../../components/Sentence'
import { common } from '../../texts/common'
import type { NewbornHeroShown } from './heroOf'

const look: Record<NewbornHeroShown['look'], string> = {
  stated: 'hero',
  readings: 'hero hero--two',
  unstated: 'hero hero--none',
}

interface Props {
  where: string
  who: string
  shown: NewbornHeroShown
  onChangePlace: () => void
}

/** Place and coverage year, the child, the days that are left, and how many have gone. */
export const NewbornHero = ({ where, who, shown, onChangePlace }: Props) => (
  <Box as="header" className={look[shown.look]}>
    <Box className="hero__row">
      <Words>{where}</Words>
      <Link text={common.changePlace} onTap={onChangePlace} />
    </Box>
    <Box as="h1" className="hero__who">
      {who}
    </Box>
    {shown.look === 'unstated' ? (
      <Box className="hero__blank">
        <Figure shown={shown} />
        {shown.source && <Chips source={shown.source} />}
      </Box>
    ) : (
      <Figure shown={shown} />
    )}
    {shown.meter && <Meter {...shown.meter} />}
    {shown.kind && (
      <Box as="p" className="hero__kind">
        {shown.kind}
      </Box>
    )}
    {shown.other && (
      <Box as="p">
        <Said text={shown.other} />
      </Box>
    )}
  </Box>
)

const Figure = ({ shown }: { shown: NewbornHeroShown }) =>
  shown.days === undefined ? (
    <>
      <Box as="p" className="hero__kind">
        {shown.label}
      </Box>
      <Box as="p" className="hero__value">
        {shown.value}
      </Box>
      {shown.by && (
        <Box as="p">
          <Said text={shown.by} />
        </Box>
      )}
    </>
  ) : (
    <Money label={shown.label} yuan={shown.days} unit={common.days}>
      {shown.by && <Said text={shown.by} />}
    </Money>
  )

/** 已过几天: a picture; the numbers below it say the same. */
const Meter = ({ percentGone, label, ends }: NonNullable<NewbornHeroShown['meter']>) => (
  <>
    <Box className="meter" role="img" label={label}>
      <Box className="meter__used" style={{ width: `${percentGone}%` }} />
    </Box>
    <Box className="meter__ends">
      {ends.map((end) => (
        <Words key={end} className="nowrap">
          {end}
        </Words>
      ))}
    </Box>
  </>
)
