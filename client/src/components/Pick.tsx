import { Icon } from './Icon'
import { Tappable, Words } from './Element'

/** One of the answers to a question. */
export interface Choice<Value extends string = string> {
  value: Value
  text: string
  hint?: string
}

interface Props {
  choice: Choice
  kind: 'radio' | 'checkbox'
  on: boolean
  id?: string
  isPassedByTab?: boolean
  onTap: () => void
}

/** One card to choose. The whole card taps; tick, fill and weight change together. */
export const Pick = ({ choice, kind, on, id, isPassedByTab, onTap }: Props) => (
  <Tappable
    id={id}
    role={kind}
    checked={on}
    isPassedByTab={isPassedByTab}
    className={on ? 'pick pick--on' : 'pick'}
    pressedClass="pick--pressed"
    label={choice.hint ? `${choice.text}，${choice.hint}` : choice.text}
    onTap={onTap}
  >
    <Words className={kind === 'checkbox' ? 'pick__dot pick__dot--box' : 'pick__dot'}>
      <Icon name="tick" />
    </Words>
    <Words className="pick__t">
      <Words>{choice.text}</Words>
      {choice.hint && <Words className="pick__hint">{choice.hint}</Words>}
    </Words>
  </Tappable>
)
