import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ReadProgress, type ProgressCounts } from '../../../../shared/contracts/progress'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Table } from '../../components/Table'
import { go } from '../../navigation'
import { daysLeft, shortDay } from '../../texts/figures'
import { progress, todayGap as words, whyOrder } from '../../texts/progress'
import { count } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { BarTrack } from '../progress/BarTrack'
import { barOf } from '../progress/barOf'
import { Outside } from '../progress/Outside'

type Progress = ReplyOf<typeof ReadProgress>

/** 还差多少人: of the caller's town, or of the whole place, and why they are missing. Nothing where nobody answers. */
export function Gap({ me }: { me: Me }) {
  const { asked, again } = useCall(ReadProgress, {})
  useReturn(again)
  if (asked.kind !== 'done') return null
  const { total, asOf } = asked.reply
  const where = me.town ?? me.placeName
  return (
    <Box as="section">
      <Box as="h2" className="h2">
        {asOf === null
          ? progress.heading(me.coverageYear)
          : total.reckoned?.shortfall === 0
            ? words.done(where)
            : words.heading(where)}
      </Box>
      {asOf === null ? (
        <Box as="p" className="muted">
          {words.never}
        </Box>
      ) : (
        <>
          <Shortfall me={me} progress={asked.reply} where={where} />
          <Whys counts={total.counts} />
        </>
      )}
      <Link text={words.go} onTap={() => go('progress', {})} />
    </Box>
  )
}

const Shortfall = ({
  me,
  progress: { total, until },
  where,
}: {
  me: Me
  progress: Progress
  where: string
}) => {
  const { reckoned } = total
  if (!reckoned) return <Box as="p">{words.noTarget}</Box>
  const { done, counts, target, shortfall } = reckoned
  return (
    <>
      {shortfall > 0 && (
        <Box as="p" className="nowrap">
          <Words className="progress__hero">{count(shortfall)}</Words>{' '}
          <Words className="fig__u">{words.unit}</Words>
        </Box>
      )}
      <BarTrack bar={barOf(reckoned, [])} label={progress.bar(where, done, counts.onBehalf, target)} />
      <Box as="p" className="small muted">
        {words.line(done, target, until === null ? null : untilText(me.today, until))}
      </Box>
      <Outside sums={total} unknown={progress.unknownTown} />
    </>
  )
}

function untilText(today: string, until: string): string {
  const days = daysLeft(today, until)
  return days < 0 ? words.over(shortDay(until)) : words.left(shortDay(until), days)
}

/** Those of the register who have not paid, by the reason. They need not come to the gap: a target is not a register. */
const Whys = ({ counts }: { counts: ProgressCounts }) => (
  <Box className="block--near">
    <Table
      label={words.missing}
      columns={[
        { key: 'why', title: words.missing },
        { key: 'number', title: words.number, isFigure: true },
      ]}
      rows={[
        ...whyOrder.map((why) => ({
          key: why,
          cells: { why: progress.whys[why], number: count(counts[why]) },
        })),
        {
          key: 'total',
          isSum: true,
          cells: {
            why: words.total,
            number: count(whyOrder.reduce((sum, why) => sum + counts[why], 0)),
          },
        },
      ]}
    />
  </Box>
)
