import type { ImportShown } from '../../../../shared/contracts/imports'
import { Box } from '../../components/Element'
import { imports as words } from '../../texts/imports'

/** Which step of the four, what it is about, and which file. */
export const Head = ({ shown, step, heading }: { shown: ImportShown; step: number; heading: string }) => (
  <>
    <Box as="p" className="small muted">
      {words.step(step)}
    </Box>
    <Box as="h1" className="h1">
      {heading}
    </Box>
    <Box as="p" className="muted">
      {words.about(shown)}
    </Box>
  </>
)
