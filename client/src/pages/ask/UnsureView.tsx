import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { offices, type Office } from '../../texts/offices'
import { ask as words } from '../../texts/ask'

interface Props {
  office?: Office
  onCall: () => void
  onBack: () => void
  /** Where others can be paid for meanwhile. */
  onGoOn?: () => void
}

/** 不清楚: whom to call, and back to the question. */
export const UnsureView = ({ office, onCall, onBack, onGoOn }: Props) => (
  <Box className="stack">
    <Box as="h1" className="h1">
      {words.unsureHeading}
    </Box>
    <Box as="p">{words.unsureText}</Box>
    {office && <Box as="p">{offices.phone(office)}</Box>}
    <Button icon="phone" text={office ? offices.ask(office.name) : words.unsureHeading} onTap={onCall} />
    <SecondButton text={words.backToQuestion} onTap={onBack} />
    {onGoOn && <SecondButton text={words.others} onTap={onGoOn} />}
    <Box as="p" className="muted">
      {words.unsureEnd}
    </Box>
  </Box>
)
