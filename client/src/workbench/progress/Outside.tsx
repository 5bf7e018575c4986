import type { ProgressSums } from '../../../../shared/contracts/progress'
import { Box } from '../../components/Element'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'

/** Who is in neither the percentage nor the gap, because their place has no target; nothing where everybody is. */
export function Outside({ sums: { reckoned, outside }, unknown }: { sums: ProgressSums; unknown: string }) {
  if (!reckoned || !outside) return null
  const names = words.places(outside.names.map((name) => name ?? unknown))
  return (
    <Box as="p" className="small under">
      {words.outside[reckoned.targetFrom](names, count(outside.counts.registered), count(outside.done))}
    </Box>
  )
}
