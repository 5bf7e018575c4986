import { AskOffice } from '../../components/AskOffice'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import type { Office } from '../../texts/offices'
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
    {office && <AskOffice solid office={office} onCall={onCall} />}
    <SecondButton text={words.backToQuestion} onTap={onBack} />
    {onGoOn && <SecondButton text={words.others} onTap={onGoOn} />}
  </Box>
)
