import { Box, Tappable, Words } from '../components/Element'

interface Props<Key extends string> {
  /** With fewer than two there is nothing to choose, and nothing is shown. */
  tabs: readonly { key: Key; text: string }[]
  on: Key
  onTab: (key: Key) => void
}

/** The parts of one page. */
export function Tabs<Key extends string>({ tabs, on, onTab }: Props<Key>) {
  if (tabs.length < 2) return null
  return (
    <Box className="tabs">
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
