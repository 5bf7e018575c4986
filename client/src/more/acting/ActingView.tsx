import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ActingForMe } from '../../../../shared/contracts/actingForMe'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { acting as words } from '../../texts/acting'
import { fullDay, moment } from '../../texts/figures'

interface Props {
  callers: ReplyOf<typeof ActingForMe>['callers']
  trouble?: string
  onLet: (link: string, may: boolean) => void
}

/** One line a caller: since when, and the way to end it or to allow it again. */
export const ActingView = ({ callers, trouble, onLet }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading}
    </Box>
    <Box as="p" className="muted under">
      {callers.length > 0 ? words.intro : words.nobody}
    </Box>
    {callers.length > 0 && (
      <Box as="section" label={words.heading} className="block block--near">
        <Box className="sum">
          {callers.map(({ link, since, ended }, index) => {
            const one = words.one(callers.length - index)
            return (
              <Box key={link} className="sum__row">
                <Box className="sum__v">
                  <Box as="p">{one}</Box>
                  <Box as="p" className="small muted">
                    {ended ? words.ended : words.since(fullDay(moment(since).day))}
                  </Box>
                </Box>
                <Link
                  className="sum__act"
                  text={ended ? words.allow : words.end}
                  label={ended ? words.allowOf(one) : words.endOf(one)}
                  onTap={() => onLet(link, ended)}
                />
              </Box>
            )
          })}
        </Box>
        <Box as="p" className="small muted after">
          {words.whoIsIt}
        </Box>
      </Box>
    )}
    {trouble && (
      <Box className="after">
        <Notice tone="warn" icon="warn" lines={[trouble]} announced />
      </Box>
    )}
  </>
)
