import './tabs.scss'
import { Box, Tappable, Words } from '../components/Element'

interface Props<Key extends string> {
  /** With fewer than two there is nothing to choose, and nothing is shown. */
  tabs: readonly { key: Key; text: string }[]
  on: Key
  onTab: (key: Key) => void
  /** Each of these has parts of its own: chosen by a line below, so that the two do not look like one. */
  outer?: boolean
}

/** The parts of one page. */
export function Tabs<Key extends string>({ tabs, on, onTab, outer }: Props<Key>) {
  if (tabs.length < 2) return null
  return (
    <Box className={outer ? 'tabs tabs--outer' : 'tabs'}>
      {tabs.map(({ key, text }) => (
        <Tappable
          key={key}
          className={key === on ? 'tab tab--on' : 'tab'}
          pressedClass="tab--pressed"
          label={text}
          current={key === on}
          onTap={() => onTab(key)}
        >
          <Words>{text}</Words>
        </Tappable>
      ))}
    </Box>
  )
}
