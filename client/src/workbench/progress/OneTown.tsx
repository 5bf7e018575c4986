import { doorWorkers, ExportProgress, type ReadTown } from '../../../../shared/contracts/progress'
import { call } from '../../api/call'
import type { Asked } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { replace } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { fullMoment } from '../../texts/figures'
import { progress as words } from '../../texts/progress'
import type { Me } from '../DeskFrame'
import { ExportButton } from '../ExportButton'
import { Figures } from './Figures'
import { Villages } from './Villages'

interface Props {
  me: Me
  asked: Asked<typeof ReadTown>
  onAgain: () => void
}

/** One town with its villages; null: those whom the register gives no town. */
export function OneTown({ me, asked, onAgain }: Props) {
  const back = () => replace('progress', {})
  if (asked.kind === 'refused' && asked.refusal === 'notFound')
    return <Outage text={words.villagesNone} action={words.back} onTap={back} />
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={onAgain} />
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
          <ExportButton
            text={words.export}
            fileName={words.file(name, coverageYear)}
            ask={() => call(ExportProgress, { coverageYear, town: unit.name })}
            refusals={words.exportRefusals}
          />
        </Box>
      </Box>
      <Figures
        place={name}
        done={unit.done}
        target={unit.target}
        targetFrom={unit.targetFrom}
        clauses={asked.reply.clauses}
        percent={unit.percent}
        shortfall={unit.gap === null ? null : Math.max(unit.gap, 0)}
        isOne
      />
      {unit.printed && unit.imported !== null && (
        <Box as="p" className="small under">
          {words.importedBeside(unit.imported)}
        </Box>
      )}
      <Villages town={asked.reply} mayList={doorWorkers.includes(me.role)} />
    </>
  )
}
