import { Icon, type Drawing } from './Icon'
import { Tappable, Words } from './Element'

interface Props {
  icon: Drawing
  text: string
  /** The first of several carries the upper line. */
  first?: boolean
  onTap: () => void
}

/** A way on, a whole line wide. */
export const Row = ({ icon, text, first, onTap }: Props) => (
  <Tappable
    className={first ? 'row row--first' : 'row'}
    pressedClass="row--pressed"
    label={text}
    onTap={onTap}
  >
    <Icon name={icon} />
    <Words className="row__t">{text}</Words>
    <Icon name="next" small />
  </Tappable>
)

/** A way on, two to a line where there is room. */
export const Door = ({ icon, text, onTap }: Props) => (
  <Tappable className="door" pressedClass="door--pressed" label={text} onTap={onTap}>
    <Icon name={icon} />
    <Words>{text}</Words>
  </Tappable>
)
