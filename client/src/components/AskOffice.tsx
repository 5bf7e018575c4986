import { Button, SecondButton } from './Button'
import { Box } from './Element'
import { Notice } from './Notice'
import { offices, type Office } from '../texts/offices'

interface Props {
  office: Office
  /** Ringing is the one thing to do on this page. */
  solid?: boolean
  /** Why one would ask, where the page has not said it. */
  wrong?: boolean
  onCall: () => void
}

/** Whom to ask: a button that rings, its number below; where the notice gives no number, that one has to go there. */
export const AskOffice = ({ office, solid, wrong, onCall }: Props) => {
  const { name, phone } = office
  if (phone === 'unstated') {
    return <Notice icon="info" lines={[offices.goAsk(name, wrong), offices.noNumber]} />
  }
  const Call = solid ? Button : SecondButton
  return (
    <Box className="stack stack--close">
      <Call icon="phone" text={offices.ask(name, wrong)} onTap={onCall} />
      <Box as="p" className="small muted">
        {offices.phone(name, phone)}
      </Box>
    </Box>
  )
}
