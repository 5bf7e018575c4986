import { Box } from '../../components/Element'
import { StateItem } from '../../components/StateItem'
import { complaint as words } from '../../texts/complaint'
import type { MineShown } from './complaintOf'

/** 交过的: each with its state, whose it is, and what the office answered. */
export const MineView = ({ mine }: { mine: readonly MineShown[] }) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.mine}
    </Box>
    {mine.length === 0 && (
      <Box as="p" className="muted">
        {words.none}
      </Box>
    )}
    <Box as="ol">
      {mine.map((one) => (
        <StateItem key={one.key} name={one.what} tag={one.tag}>
          <Box as="p">{one.text}</Box>
          {one.answer && (
            <Box className="under">
              <Box as="p" className="small muted">
                {one.answer.from}
              </Box>
              <Box as="p" className="strong">
                {one.answer.text}
              </Box>
            </Box>
          )}
          <Box as="p" className="small muted under">
            {one.by}
          </Box>
        </StateItem>
      ))}
    </Box>
  </Box>
)
