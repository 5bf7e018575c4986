import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import type { OtherCoverAnswer } from '../../device/answersKept'
import { ask as words } from '../../texts/ask'

interface Props {
  name: string
  chosen: OtherCoverAnswer | undefined
  /** Pressed too early: say what is missing instead of going on. */
  tooEarly: boolean
  onChoose: (answer: OtherCoverAnswer) => void
  onNext: () => void
  /** Registered in another place: which proof it takes. */
  onElsewhere: () => void
}

const order: readonly OtherCoverAnswer[] = ['none', 'employee', 'residentElsewhere', 'unsure']

/** One question, four answers, nothing chosen beforehand. */
export const AskView = ({ name, chosen, tooEarly, onChoose, onNext, onElsewhere }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading(name)}
    </Box>
    <Box as="p" className="muted under">
      {words.hint}
    </Box>
    <Box className="block block--near">
      <RadioCards
        label={words.label}
        choices={order.map((value) => ({ value, ...words.choices[value] }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Box>
    <Box className="block block--near stack stack--wide">
      {tooEarly ? (
        <Notice tone="stop" icon="warn" lines={[words.chooseFirst]} announced />
      ) : (
        <Notice icon="info" lines={[words.whyAsked]} />
      )}
      <Button text={words.next} onTap={onNext} />
      <Link text={words.elsewhere} icon="next" onTap={onElsewhere} />
    </Box>
  </>
)
