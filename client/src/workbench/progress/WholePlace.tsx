import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  doorWorkers,
  ExportProgress,
  ReadTown,
  type ReadProgress,
} from '../../../../shared/contracts/progress'
import { specialReaders } from '../../../../shared/contracts/specialNotes'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { go } from '../../navigation'
import { fullMoment } from '../../texts/figures'
import { outages } from '../../texts/outages'
import { progress as words } from '../../texts/progress'
import type { Me } from '../DeskFrame'
import { Bars } from './Bars'
import { ExportButton } from '../ExportButton'
import { Figures } from './Figures'
import { Fund } from './Fund'
import { Outside } from './Outside'
import { Rates } from './Rates'
import { RegisterTable, TargetTable } from './UnitTables'
import { useCounting } from './useCounting'
import { Villages } from './Villages'

interface Props {
  me: Me
  progress: ReplyOf<typeof ReadProgress>
  onCounted: () => void
}

/** A whole place, or for a town's clerk that town with its villages. */
export const WholePlace = ({ me, progress, onCounted }: Props) => {
  const { coverageYear, total, targets } = progress
  const place = me.town ?? progress.place.name
  const { reckoned, outside } = total
  return (
    <>
      <Head me={me} progress={progress} onCounted={onCounted} />
      <Figures
        place={reckoned && outside ? words.placesWithTarget(place) : place}
        done={(reckoned ?? total).done}
        target={reckoned?.target ?? null}
        targetFrom={reckoned?.targetFrom ?? null}
        clauses={targets?.clauses ?? []}
        percent={reckoned?.percent ?? null}
        shortfall={reckoned?.shortfall ?? null}
        isOne={me.town !== null}
      />
      <Outside sums={total} unknown={words.unknownTown} />
      <Bars units={progress.units} marks={progress.marks} />
      {me.town !== null && <OwnVillages town={me.town} coverageYear={coverageYear} me={me} />}
      <TargetTable progress={progress} />
      <RegisterTable progress={progress} />
      <Rates marks={progress.marks} />
      <Fund coverageYear={coverageYear} />
    </>
  )
}

const Head = ({ me, progress: { coverageYear, asOf, targets, mayCount, place }, onCounted }: Props) => {
  const { says, start } = useCounting(coverageYear, onCounted)
  return (
    <Box className="desk__title">
      <Box className="progress__head">
        <Box as="h1" className="h1">
          {words.heading(coverageYear)}
        </Box>
        <Box as="p" className="muted">
          {asOf === null ? words.never : words.asOf(fullMoment(asOf))}
          {targets ? words.order : words.orderByName}
        </Box>
        <Box role="status" live="polite" className="small">
          {says ?? ''}
        </Box>
      </Box>
      <Box className="progress__acts">
        {specialReaders.includes(me.role) && (
          <Link text={words.special} onTap={() => go('special', { year: coverageYear })} />
        )}
        {mayCount && <Link text={words.countNow} onTap={start} />}
        <ExportButton
          text={words.export}
          fileName={words.file(me.town ?? place.name, coverageYear)}
          ask={() => call(ExportProgress, { coverageYear })}
          refusals={words.exportRefusals}
        />
      </Box>
    </Box>
  )
}

/** A clerk's own villages, below the one bar. */
function OwnVillages({ town, coverageYear, me }: { town: string; coverageYear: number; me: Me }) {
  const { asked, again } = useCall(ReadTown, { coverageYear, town })
  if (asked.kind === 'done') return <Villages town={asked.reply} mayList={doorWorkers.includes(me.role)} />
  return asked.kind === 'unreached' ? (
    <Outage text={outages.unreached[asked.why]} action={outages.again} onTap={again} />
  ) : null
}
