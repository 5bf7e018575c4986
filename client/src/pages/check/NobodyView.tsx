import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { check as words } from '../../texts/check'
import { outages } from '../../texts/outages'
import { LeftOutList } from './LeftOutList'
import type { LeftOut } from './sortOut'

interface Props {
  leftOut: readonly LeftOut[]
  onAsk: (residentId: string) => void
  onAdd: (residentId: string) => void
  onHome: () => void
}

/** Nobody can be paid for now: whom that is about, why for each of them, and the way home. */
export const NobodyView = ({ leftOut, onAsk, onAdd, onHome }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.nobody}
    </Box>
    <Box as="p" className="under">
      {words.nothingTaken}
    </Box>
    <LeftOutList leftOut={leftOut} onAsk={onAsk} onAdd={onAdd} />
    <Box className="block">
      <SecondButton text={outages.home} onTap={onHome} />
    </Box>
  </>
)
