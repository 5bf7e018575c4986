import type { TimelineEntry } from '../../../../shared/contracts/person'
import { Box } from '../../components/Element'
import { person as words } from '../../texts/person'

/** What happened, the latest first. */
export const Events = ({ timeline }: { timeline: readonly TimelineEntry[] }) => (
  <>
    <Box as="h2" className="h2 block__h">
      {words.timeline}
    </Box>
    <Box as="p" className="small muted">
      {timeline.length === 0 ? words.nothing : words.newest}
    </Box>
    <Box as="ol">
      {timeline.map((entry, index) => (
        <Box as="li" key={`${entry.at}-${index}`} className="event">
          <Event entry={entry} />
        </Box>
      ))}
    </Box>
  </>
)

const Event = ({ entry }: { entry: TimelineEntry }) => {
  const { title, text } = words.told(entry)
  return (
    <>
      <Box as="p" className="small muted">
        {[words.when(entry.at), ...(entry.by === null ? [] : [words.by(entry.by)])].join('　')}
      </Box>
      <Box as="p" className="event__t">
        {title}
      </Box>
      {text && <Box as="p">{text}</Box>}
    </>
  )
}
