import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { StateItem } from '../../components/StateItem'
import { sentProofs as words } from '../../texts/sentProofs'
import type { SentShown } from './sentOf'

interface Props {
  sent: readonly SentShown[]
  onRepeat: (sent: SentShown) => void
  onWithdraw: (sent: SentShown) => void
}

/** 交过的证明: each with its state, the office's reason, and what to do next. */
export const SentList = ({ sent, onRepeat, onWithdraw }: Props) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.sent}
    </Box>
    <Box as="ol">
      {sent.map((one) => (
        <StateItem key={one.key} name={one.name} tag={one.tag}>
          {one.lines.map((line) => (
            <Box as="p" key={line} className="muted">
              {line}
            </Box>
          ))}
          {one.mayRepeat && (
            <SecondButton
              text={words.again}
              label={words.of(words.again, one.name)}
              onTap={() => onRepeat(one)}
            />
          )}
          {one.mayWithdraw && (
            <Box className="under">
              <Link
                text={words.withdraw}
                label={words.of(words.withdraw, one.name)}
                onTap={() => onWithdraw(one)}
              />
            </Box>
          )}
        </StateItem>
      ))}
    </Box>
  </Box>
)
