import type { ReactNode } from 'react'
import { Link } from './Button'
import { Chips, type Source } from './ClauseChip'
import { Box, Words } from './Element'
import { Money } from './Money'
import { Said, type Sentence } from './Sentence'
import { common } from '../texts/common'

interface BandProps {
  where: string
  onChangePlace?: () => void
  who: string
}

/** A stated figure on solid indigo. */
export interface StatedHero {
  kind: 'stated'
  label: string
  yuan: string
  /** `due`, the largest, unless it is no sum that is due. */
  size?: 'due' | 'figure'
  by?: Sentence
  more?: string
}

/** A stated outcome without a figure: cannot enroll, already enrolled. */
export interface WordHero {
  kind: 'word'
  label: string
  value: string
  by?: Sentence
}

/** Two readings on an ochre wash, double line below: the safe one is shown. */
export interface ReadingsHero {
  kind: 'readings'
  label: string
  value: string
  by?: Sentence
}

/** An empty dashed frame: the notice does not say. No number, ever. */
export interface UnstatedHero {
  kind: 'unstated'
  label: string
  value: string
  by?: Sentence
  source: Source
}

/** What a hero may show. */
export type HeroShown = StatedHero | WordHero | ReadingsHero | UnstatedHero

const look = { stated: 'hero', readings: 'hero hero--two', unstated: 'hero hero--none' }

/** Place and coverage year, and the person; what is below is drawn as sure as the notice makes us. */
export const HeroBand = ({
  where,
  onChangePlace,
  who,
  sureness,
  children,
}: BandProps & { sureness: keyof typeof look; children: ReactNode }) => (
  <Box as="header" className={look[sureness]}>
    <Box className="hero__row">
      <Words>{where}</Words>
      {onChangePlace && <Link text={common.changePlace} onTap={onChangePlace} />}
    </Box>
    <Box as="h1" className="hero__who">
      {who}
    </Box>
    {children}
  </Box>
)

/** One per page, directly under the title bar: place and coverage year, person, figure, deadline. */
export const Hero = ({ shown, ...band }: BandProps & { shown: HeroShown }) => (
  <HeroBand {...band} sureness={shown.kind === 'word' ? 'stated' : shown.kind}>
    <Figure shown={shown} />
  </HeroBand>
)

function Figure({ shown }: { shown: HeroShown }) {
  switch (shown.kind) {
    case 'stated':
      return (
        <>
          <Money label={shown.label} yuan={shown.yuan} size={shown.size}>
            {shown.by && <Said text={shown.by} />}
          </Money>
          {shown.more && (
            <Box as="p" className="hero__more">
              {shown.more}
            </Box>
          )}
        </>
      )
    case 'word':
    case 'readings':
      return <InWords shown={shown} />
    case 'unstated':
      return <Unstated shown={shown} />
  }
}

/** An empty frame with the words that the notice does not say it. */
export const Unstated = ({ shown }: { shown: Omit<UnstatedHero, 'kind'> }) => (
  <Box className="hero__blank">
    <InWords shown={shown} />
    <Chips source={shown.source} />
  </Box>
)

/** Words in a figure's place. */
export const InWords = ({ shown }: { shown: Omit<WordHero, 'kind'> }) => (
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
)

/** Home's band: place, print size, year and last day. */
export const HomeHero = ({ left, right, title, children }: HomeBand) => (
  <Box as="header" className="hero">
    <Box className="hero__row">
      {left}
      {right}
    </Box>
    <Box as="h1" className="hero__title">
      {title}
    </Box>
    {children && <Box className="hero__lines">{children}</Box>}
  </Box>
)

interface HomeBand {
  left: ReactNode
  right: ReactNode
  title: string
  children?: ReactNode
}
