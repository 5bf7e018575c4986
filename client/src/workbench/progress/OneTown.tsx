import { doorWorkers, ReadTown } from '../../../../shared/contracts/progress'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { replace } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { fullMoment } from '../../texts/figures'
import { progress as words } from '../../texts/progress'
import type { Me } from '../DeskFrame'
import { ExportButton } from './ExportButton'
import { Figures } from './Figures'
import { Villages } from './Villages'

/** One town with its villages; null: those whom the register gives no town. */
export function OneTown({ me, town }: { me: Me; town: string | null }) {
  const { asked, again } = useCall(ReadTown, { town })
  const back = () => replace('progress', {})
  if (asked.kind === 'refused' && asked.refusal === 'notFound')
    return <Outage text={words.villagesNone} action={words.back} onTap={back} />
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { unit, coverageYear, asOf } = asked.reply
  const name = unit.name ?? words.unknownTown
  return (
    <>
      <Box className="desk__title">
        <Box className="progress__head">
          <Box as="h1" className="h1">
            {words.townHeading(name, coverageYear)}
          </Box>
          <Box as="p" className="muted">
            {words.asOf(fullMoment(asOf))}
          </Box>
        </Box>
        <Box className="progress__acts">
          <Link text={words.back} onTap={back} />
          <ExportButton coverageYear={coverageYear} placeName={name} town={unit.name} />
        </Box>
      </Box>
      <Figures
        place={name}
        done={unit.done}
        target={unit.target}
        clauses={[]}
        percent={unit.percent}
        shortfall={unit.gap === null ? null : Math.max(unit.gap, 0)}
        isOne
      />
      <Villages town={asked.reply} mayList={doorWorkers.includes(me.role)} />
    </>
  )
}
