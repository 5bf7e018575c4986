import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { OwnRoster, ReadOwnRoster } from '../../../../shared/contracts/ownRoster'
import { Link } from '../../components/Button'
import { Chips } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { go } from '../../navigation'
import { fullDay, fullMoment } from '../../texts/figures'
import { ownRoster as words } from '../../texts/ownRoster'
import { progress } from '../../texts/progress'
import type { Me } from '../DeskFrame'
import { Places } from './Places'

type Own = ReplyOf<typeof ReadOwnRoster>

/** Each of a department's lists, by town. */
export const Rosters = ({ me, own }: { me: Me; own: Own }) => {
  const { coverageYear, asOf, rosters } = own
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(coverageYear)}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
        {asOf === null ? words.never : words.asOf(fullMoment(asOf))}
      </Box>
      {rosters.length === 0 ? (
        <Empty title={words.none} text={words.noneText} />
      ) : (
        <>
          {rosters.map((roster) => (
            <OneRoster key={roster.kind} roster={roster} isCounted={asOf !== null} />
          ))}
          <Box as="p" className="small muted block">
            {words.whoPays}
          </Box>
          <Link text={words.policy} onTap={() => go('policy', { region: me.region, year: coverageYear })} />
        </>
      )}
    </>
  )
}

const OneRoster = ({ roster, isCounted }: { roster: OwnRoster; isCounted: boolean }) => {
  const { kind, on, towns } = roster
  if (on === null) return <Empty title={words.noRoster(kind)} text={words.noRosterText} />
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2">
        {words.roster(kind, fullDay(on))}
      </Box>
      <Duty duty={roster.duty} />
      {towns.length === 0 ? (
        isCounted && <Box as="p">{words.notCounted}</Box>
      ) : (
        <Places
          label={words.towns}
          first={words.columns.town}
          places={towns.map((town) => ({ ...town, name: town.name ?? progress.unknownTown }))}
          linkOf={(at) => ({
            text: words.see,
            label: words.seeOf(towns[at]?.name ?? progress.unknownTown),
            onTap: () => go('ownRoster', { kind, town: towns[at]?.name ?? '' }),
          })}
        />
      )}
    </Box>
  )
}

/** What this notice gives the department to do, or that it says nothing. */
const Duty = ({ duty }: { duty: OwnRoster['duty'] }) => {
  if (!duty) return <Box as="p">{words.noDuty}</Box>
  const says = words.duty(duty.does)
  return (
    <>
      <Box as="p">{says}</Box>
      <Chips source={{ sureness: 'stated', clauses: duty.clauses, says }} />
    </>
  )
}
