import { Box, Words } from '../../components/Element'
import { HeroBand, InWords, Unstated } from '../../components/Hero'
import { Money } from '../../components/Money'
import { Said } from '../../components/Sentence'
import { common } from '../../texts/common'
import type { DaysHero, NewbornHeroShown } from './heroOf'

interface Props {
  where: string
  who: string
  shown: NewbornHeroShown
  onChangePlace: () => void
}

/** A hero whose figure is the days that are left, with how many have gone. */
export const NewbornHero = ({ shown, ...band }: Props) => (
  <HeroBand {...band} sureness={shown.kind}>
    {shown.kind === 'unstated' ? <Unstated shown={shown} /> : <Days shown={shown} />}
  </HeroBand>
)

const Days = ({ shown }: { shown: DaysHero }) => (
  <>
    {shown.isDays ? (
      <Money label={shown.label} yuan={shown.value} unit={common.days}>
        {shown.by && <Said text={shown.by} />}
      </Money>
    ) : (
      <InWords shown={shown} />
    )}
    {shown.meter && <Meter {...shown.meter} />}
    {shown.otherLabel && (
      <Box as="p" className="hero__kind">
        {shown.otherLabel}
      </Box>
    )}
    {shown.other && (
      <Box as="p">
        <Said text={shown.other} />
      </Box>
    )}
  </>
)

/** 已过几天: a picture; the numbers below it say the same. */
const Meter = ({ percentGone, label, ends }: NonNullable<DaysHero['meter']>) => (
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
