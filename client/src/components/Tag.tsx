import { Icon, type Drawing } from './Icon'
import { Words } from './Element'

/** How a state stands: something is due, done, wrong, or nothing of these. */
export type Tone = 'due' | 'ok' | 'bad' | 'plain'

/** A state in a word or two, with a drawing: colour is never the only cue. */
export const Tag = ({ tone, icon, text }: { tone: Tone; icon?: Drawing; text: string }) => (
  <Words className={`tag tag--${tone}`}>
    {icon && <Icon name={icon} />}
    <Words>{text}</Words>
  </Words>
)
