import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Role } from '../../../shared/contracts/staff'
import type { ReplyOf } from '../../../shared/contracts/contract'
import type { WhoAmI } from '../../../shared/contracts/whoAmI'
import { Link } from '../components/Button'
import { NoticesContext, type Source } from '../components/ClauseChip'
import { ClauseSheet } from '../components/ClauseSheet'
import { Box, Tappable, Words, inMiniProgram } from '../components/Element'
import { replace } from '../navigation'
import { workbench as words } from '../texts/workbench'
import { waysOf, type Tab, type Way } from './deskTabs'
import { useKeptFocus } from './useKeptFocus'

/** Whoever is at the desk: role, place, town and coverage year. */
export type Me = ReplyOf<typeof WhoAmI>

interface Props {
  /** Undefined while it is not known, or not allowed. */
  me?: Me
  tab: Tab
  titleOf: (notice: string) => string
  children: ReactNode
}

/** The desk every page of the staff lies on: who works here, for which place and year, and the ways between pages. */
export function DeskFrame({ me, tab, titleOf, children }: Props) {
  const [opened, setOpened] = useState<Source>()
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  useEffect(() => {
    // Somebody came from another page, whose button had the focus: they go on with what stands here, not with the tabs again.
    if (typeof document !== 'undefined' && document.activeElement !== document.body) main.current?.focus?.()
  }, [])
  return (
    <NoticesContext.Provider value={{ titleOf, open: setOpened }}>
      <Box className="frame desk">
        <Box className={opened ? 'behind' : undefined}>
          <Box as="header" className="desk__head">
            {!inMiniProgram && (
              <Tappable
                className="desk__skip"
                pressedClass="link--pressed"
                label={words.skip}
                onTap={() => main.current?.focus()}
              >
                <Words>{words.skip}</Words>
              </Tappable>
            )}
            <Words className="desk__name">{me ? `${words.name}　${me.placeName}` : words.name}</Words>
            {me && <Whose me={me} />}
          </Box>
          {me && <Navigation role={me.role} tab={tab} />}
          <Box as="main" className="desk__main" focusable boxRef={main}>
            {children}
          </Box>
        </Box>
        {opened && <ClauseSheet source={opened} titleOf={titleOf} onClose={() => setOpened(undefined)} />}
      </Box>
    </NoticesContext.Provider>
  )
}

const Whose = ({ me }: { me: Me }) => (
  <Box className="desk__who">
    <Words>{words.coverageYear(me.coverageYear)}</Words>
    <Words>{words.who(me.name, me.town ?? words.roles[me.role])}</Words>
    {me.demo && <Link className="link--small" text={words.leave} onTap={() => replace('enter', {})} />}
  </Box>
)

function Navigation({ role, tab }: { role: Role; tab: Tab }) {
  const { first, second } = waysOf(role, tab)
  return (
    <>
      <Ways className="desk__nav" label={words.navLabel} ways={first} />
      {second.length > 0 && (
        <Ways className="desk__nav desk__nav--second" label={words.subnavLabel} ways={second} />
      )}
    </>
  )
}

const Ways = ({ className, label, ways }: { className: string; label: string; ways: readonly Way[] }) => (
  <Box as="nav" className={className} label={label}>
    {ways.map(({ key, text, on, go }) => (
      <Tappable
        key={key}
        className={on ? 'desk__tab desk__tab--on' : 'desk__tab'}
        pressedClass="desk__tab--pressed"
        label={text}
        current={on}
        onTap={go}
      >
        <Words>{text}</Words>
      </Tappable>
    ))}
  </Box>
)
