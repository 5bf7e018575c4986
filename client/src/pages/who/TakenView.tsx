import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { who as words } from '../../texts/who'

/** Somebody else is taken for this person: what that means now, and who decides. */
export const TakenView = ({ name, onGoOn }: { name: string; onGoOn: () => void }) => (
  <Box className="stack stack--wide">
    <Box as="h1" className="h1">
      {words.takenHeading}
    </Box>
    <Notice tone="warn" icon="warn" lines={[words.taken(name), words.takenSees, words.takenAsk]} announced />
    <Button text={words.takenGoOn} onTap={onGoOn} />
  </Box>
)
