import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ImportKind } from '../../../../shared/contracts/imports'
import type { ReadOwnRoster } from '../../../../shared/contracts/ownRoster'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { go, replace } from '../../navigation'
import { fullMoment } from '../../texts/figures'
import { ownRoster as words } from '../../texts/ownRoster'
import { progress } from '../../texts/progress'
import { ExportOwn } from './ExportOwn'
import { Places } from './Places'

interface Props {
  own: ReplyOf<typeof ReadOwnRoster>
  place: { coverageYear: number; kind: ImportKind; town: string | null }
}

/** One town of a list, by village. */
export const OwnTown = ({ own, place }: Props) => {
  const { kind, town: name } = place
  const back = () => replace('ownRoster', {})
  const town = own.rosters.find((roster) => roster.kind === kind)?.towns.find((one) => one.name === name)
  if (!town) return <Outage text={words.gone} action={words.back} onTap={back} />
  const shown = name ?? progress.unknownTown
  return (
    <>
      <Box className="desk__title">
        <Box className="progress__head">
          <Box as="h1" className="h1">
            {words.placeHeading(shown)}
          </Box>
          <Box as="p" className="muted">
            {words.ofRoster(kind)}
            {own.asOf === null ? '' : words.asOf(fullMoment(own.asOf))}
          </Box>
        </Box>
        <Box className="progress__acts">
          <Link text={words.back} onTap={back} />
          <ExportOwn request={place} placeName={shown} />
        </Box>
      </Box>
      <Places
        label={words.villages}
        first={words.columns.village}
        places={town.villages.map((village) => ({
          ...village,
          name: village.name ?? progress.unknownVillage,
        }))}
        linkOf={(at) => {
          const village = town.villages[at]?.name ?? ''
          return {
            text: words.list,
            label: words.listOf(village === '' ? progress.unknownVillage : village),
            onTap: () => go('ownRoster', { kind, town: name ?? '', village }),
          }
        }}
      />
    </>
  )
}
