import type { FindingQueue, FindingShown } from '../../../../shared/contracts/match'
import { Box } from '../../components/Element'
import { match as words } from '../../texts/match'
import { Deciding } from './Deciding'

interface Props {
  queue: FindingQueue
  findings: readonly FindingShown[]
  onDone: (said: string) => void
}

const nothingElse = () => undefined

/** Several people, one reason for all of them; each of them stands or falls alone. */
export const Batch = ({ queue, findings, onDone }: Props) => (
  <Box as="section" label={words.several}>
    <Box as="h2" className="h2 block__h">
      {words.chosen(findings.length)}
    </Box>
    <Deciding queue={queue} findings={findings} onDone={onDone} onTrouble={nothingElse} />
  </Box>
)
