import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { check as words } from '../../texts/check'
import type { LeftOut } from './sortOut'

interface Props {
  leftOut: readonly LeftOut[]
  onAsk: (residentId: string) => void
  onAdd: (residentId: string) => void
}

/** 这次不缴的人, each with the reason. */
export const LeftOutList = ({ leftOut, onAsk, onAdd }: Props) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.leftOut}
    </Box>
    <Box className="sum">
      {leftOut.map(({ residentId, name, why, way }) => (
        <Box key={residentId} className="sum__row">
          <Box className="sum__v">
            <Box as="p">{name}</Box>
            <Box as="p" className="small muted">
              {why}
            </Box>
          </Box>
          {way === 'ask' && (
            <Link
              className="sum__act"
              text={words.change}
              label={words.changeOf(name)}
              onTap={() => onAsk(residentId)}
            />
          )}
          {way === 'add' && (
            <Link
              className="sum__act"
              text={words.add}
              label={words.addOf(name)}
              onTap={() => onAdd(residentId)}
            />
          )}
        </Box>
      ))}
    </Box>
  </Box>
)
