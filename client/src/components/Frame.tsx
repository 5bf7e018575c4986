import { useState, type CSSProperties, type ReactNode } from 'react'
import { NoticesContext, type Source } from './ClauseChip'
import { ClauseSheet } from './ClauseSheet'
import { Link } from './Button'
import { Box, Tappable, Words, inMiniProgram } from './Element'
import { Icon } from './Icon'
import { PrivacySheet } from './PrivacySheet'
import { TodayBar, type TodayShown } from './TodayBar'
import { usePrivacyAsked } from '../device/privacyAsked'
import { common } from '../texts/common'

interface Props {
  title: string
  /** Text scale: 1 as drawn. */
  scale: number
  /** Left out on home, where there is no way back. */
  onBack?: () => void
  /** A line about the day the service pretends it is; only where it does. */
  today?: TodayShown
  place?: { name: string; onChange?: () => void }
  /** Title and number of a notice, by its id. */
  titleOf: (notice: string) => string
  /** From a clause to the whole policy; only where the page is about one. */
  onPolicy?: () => void
  /** The hero, as wide as the screen. */
  top?: ReactNode
  /** No room above the first part, because it brings its own. */
  close?: boolean
  footer?: ReactNode
  /** To say that something is wrong, from the end of every page but home, which has a door for it. */
  onComplain?: () => void
  children: ReactNode
}

/** Every page's frame: title bar (the mini-program brings its own), place, content, and the sheet a clause opens. */
export function Frame(props: Props) {
  const { title, scale, onBack, today, place, titleOf, onPolicy, top, close, footer, onComplain, children } =
    props
  const [opened, setOpened] = useState<Source>()
  const privacyAsked = usePrivacyAsked()
  return (
    <NoticesContext.Provider value={{ titleOf, open: setOpened }}>
      <Box className="frame" style={{ '--k': String(scale) } as CSSProperties}>
        <Box className={opened || privacyAsked ? 'behind' : undefined}>
          {today && <TodayBar {...today} />}
          {!inMiniProgram && <TitleBar title={title} onBack={onBack} />}
          <Box as="main">
            {place && <PlaceBar {...place} />}
            {top}
            <Box className={close ? 'page page--close' : 'page'}>{children}</Box>
            {onComplain && (
              <Box className="foot">
                <Link className="link--small" text={common.complain} onTap={onComplain} />
              </Box>
            )}
            {footer}
          </Box>
        </Box>
        {opened && (
          <ClauseSheet
            source={opened}
            titleOf={titleOf}
            onPolicy={onPolicy}
            onClose={() => setOpened(undefined)}
          />
        )}
        {inMiniProgram && privacyAsked && <PrivacySheet />}
      </Box>
    </NoticesContext.Provider>
  )
}

const TitleBar = ({ title, onBack }: { title: string; onBack?: () => void }) => (
  <Box as="nav" className="nav" label={title}>
    <Box className="nav__side">
      {onBack && (
        <Tappable className="nav__side" pressedClass="nav__side" label={common.back} onTap={onBack}>
          <Icon name="back" />
        </Tappable>
      )}
    </Box>
    <Words className="nav__title">{title}</Words>
    <Box className="nav__side" />
  </Box>
)

const PlaceBar = ({ name, onChange }: { name: string; onChange?: () => void }) => (
  <Box className="place">
    <Words className="place__name">{name}</Words>
    {onChange && <Link className="link--small" text={common.changePlace} onTap={onChange} />}
  </Box>
)
