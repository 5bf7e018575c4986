import { CheckCards, type Checked } from '../../components/CheckCards'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import type { Choice } from '../../components/Pick'
import { RadioCards } from '../../components/RadioCards'
import { question as words } from '../../texts/question'

interface Common {
  number: number
  most: number
  /** Pressed on without an answer. */
  tooEarly: boolean
}

interface IdentitiesProps extends Common {
  choices: readonly Choice[]
  checked: Checked<string>
  onCheck: (checked: Checked<string>) => void
}

/** The first question: several cards, or none, or not sure. */
export const IdentitiesView = ({ choices, checked, onCheck, ...common }: IdentitiesProps) => (
  <>
    <Heading {...common} text={words.identities} hint={words.identitiesHint} />
    <Box className="after">
      <CheckCards
        label={words.identitiesLabel}
        choices={choices}
        unsureHint={words.unsureHint}
        checked={checked}
        onCheck={onCheck}
      />
    </Box>
    <Foot tooEarly={common.tooEarly} />
  </>
)

interface FactProps extends Common {
  heading: string
  choices: readonly Choice[]
  chosen: string | undefined
  onChoose: (value: string) => void
}

/** A question about one more fact that the sum still hangs on. */
export const FactView = ({ heading, choices, chosen, onChoose, ...common }: FactProps) => (
  <>
    <Heading {...common} text={heading} />
    <Box className="after">
      <RadioCards
        label={heading}
        choices={[...choices, { value: 'unsure', text: words.unsure, hint: words.unsureHint }]}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Box>
    <Foot tooEarly={common.tooEarly} />
  </>
)

const Heading = ({ number, most, text, hint }: Common & { text: string; hint?: string }) => (
  <>
    <Box as="p" className="muted">
      {words.count(number, most)}
    </Box>
    <Box as="h1" className="h1">
      {text}
    </Box>
    {hint && (
      <Box as="p" className="muted under">
        {hint}
      </Box>
    )}
  </>
)

const Foot = ({ tooEarly }: { tooEarly: boolean }) => (
  <Box className="block">
    {tooEarly ? (
      <Notice tone="stop" icon="warn" lines={[words.chooseFirst]} announced />
    ) : (
      <Notice icon="lock" lines={[words.private, words.assumed]} />
    )}
  </Box>
)
