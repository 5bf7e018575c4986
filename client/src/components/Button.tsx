import { Icon, type Drawing } from './Icon'
import { Tappable, Words } from './Element'

interface Props {
  /** A verb, and the amount where there is one. */
  text: string
  /** Spoken instead of `text` where the text alone does not say whom it is about. */
  label?: string
  icon?: Drawing
  id?: string
  onTap: () => void
}

/** The one thing to do on this page. Never disabled: pressed too early, the page says what is missing. */
export const Button = ({ text, label, icon, id, onTap }: Props) => (
  <Tappable id={id} className="btn" pressedClass="btn--pressed" label={label ?? text} isOnce onTap={onTap}>
    {icon && <Icon name={icon} />}
    <Words>{text}</Words>
  </Tappable>
)

/** The other thing one can do here. */
export const SecondButton = ({ text, label, icon, id, onTap }: Props) => (
  <Tappable
    id={id}
    className="btn btn--second"
    pressedClass="btn--pressed"
    label={label ?? text}
    isOnce
    onTap={onTap}
  >
    {icon && <Icon name={icon} />}
    <Words>{text}</Words>
  </Tappable>
)

/** An underlined word or two, as quiet as a button can be. */
export const Link = ({ text, label, icon, id, onTap, className }: Props & { className?: string }) => (
  <Tappable
    id={id}
    className={className ? `link ${className}` : 'link'}
    pressedClass="link--pressed"
    label={label ?? text}
    onTap={onTap}
  >
    <Words>{text}</Words>
    {icon && <Icon name={icon} small />}
  </Tappable>
)
