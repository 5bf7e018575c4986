import type { ReactNode } from 'react'
import { Link } from './Button'
import { Chips, type Source } from './ClauseChip'
import { Box, Words } from './Element'
import { Money } from './Money'
import { Said, type Sentence } from './Sentence'
import { common } from '../texts/common'

interface Band {
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

export type HeroShown = StatedHero | WordHero | ReadingsHero | UnstatedHero

const look: Record<HeroShown['kind'], string> = {
  stated: 'hero',
  word: 'hero',
  readings: 'hero hero--two',
  unstated: 'hero hero--none',
}

/** One per page, directly under the title bar: place and coverage year, person, figure, deadline. */
export const Hero = ({ where, onChangePlace, who, shown }: Band & { shown: HeroShown }) => (
  <Box as="header" className={look[shown.kind]}>
    <Box className="hero__row">
      <Words>{where}</Words>
      {onChangePlace && <Link text={common.changePlace} onTap={onChangePlace} />}
    </Box>
    <Box as="h1" className="hero__who">
      {who}
    </Box>
    <Figure shown={shown} />
  </Box>
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
      return (
        <Box className="hero__blank">
          <InWords shown={shown} />
          <Chips source={shown.source} />
        </Box>
      )
  }
}

const InWords = ({ shown }: { shown: WordHero | ReadingsHero | UnstatedHero }) => (
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
