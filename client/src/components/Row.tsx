import { Icon, type Drawing } from './Icon'
import { Tappable, Words } from './Element'

interface DoorProps {
  icon: Drawing
  text: string
  onTap: () => void
}

interface RowProps extends DoorProps {
  /** Spoken instead of `text` where the text alone does not say what it is about. */
  label?: string
  /** What one finds there, smaller and below. */
  hint?: string
  /** The first of several carries the upper line. */
  first?: boolean
}

/** A way on, a whole line wide. */
export const Row = ({ icon, text, label = text, hint, first, onTap }: RowProps) => (
  <Tappable
    className={first ? 'row row--first' : 'row'}
    pressedClass="row--pressed"
    label={hint ? `${label}，${hint}` : label}
    onTap={onTap}
  >
    <Icon name={icon} />
    <Words className="row__t">
      <Words>{text}</Words>
      {hint && <Words className="row__hint">{hint}</Words>}
    </Words>
    <Icon name="next" small />
  </Tappable>
)

/** A way on, two to a line where there is room. */
export const Door = ({ icon, text, onTap }: DoorProps) => (
  <Tappable className="door" pressedClass="door--pressed" label={text} onTap={onTap}>
    <Icon name={icon} />
    <Words>{text}</Words>
  </Tappable>
)
