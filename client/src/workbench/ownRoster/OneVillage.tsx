import type { ReplyOf, RequestOf } from '../../../../shared/contracts/contract'
import { ListOwnMissing } from '../../../../shared/contracts/ownRoster'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { Table } from '../../components/Table'
import { goBack, replace } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { ownRoster as words } from '../../texts/ownRoster'
import { progress } from '../../texts/progress'
import { Pages } from '../Pages'
import { usePages } from '../usePages'
import { ExportOwn } from './ExportOwn'

type Village = RequestOf<typeof ListOwnMissing>
type Person = ReplyOf<typeof ListOwnMissing>['people'][number]

/** Who of one village stands on the list and has not enrolled. */
export const OneVillage = ({ place }: { place: Village }) => {
  const name = place.village ?? progress.unknownVillage
  return (
    <>
      <Box className="desk__title">
        <Box className="progress__head">
          <Box as="h1" className="h1">
            {words.placeHeading(name)}
          </Box>
          <Box as="p" className="muted">
            {words.ofRoster(place.kind)}
            {words.audit}
          </Box>
        </Box>
        <Box className="progress__acts">
          <Link text={words.backToTown} onTap={goBack} />
          <ExportOwn request={place} placeName={name} />
        </Box>
      </Box>
      <List place={place} />
    </>
  )
}

/** Page after page, each below the one before. */
function List({ place }: { place: Village }) {
  const { from, upTo } = usePages<Person>()
  const { asked, again } = useCall(ListOwnMissing, { ...place, ...from })
  if (asked.kind === 'refused' && asked.refusal === 'noRoster')
    return (
      <Outage text={words.refusals.noRoster} action={words.back} onTap={() => replace('ownRoster', {})} />
    )
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { people, onMore } = upTo(asked.reply)
  return (
    <Pages onMore={onMore} words={words}>
      {people.length > 0 ? (
        <Box className="block--near">
          <Table
            label={words.table}
            columns={[
              { key: 'name', title: words.person.name },
              { key: 'id', title: words.person.id },
            ]}
            rows={people.map(({ residentId, name, maskedId }) => ({
              key: residentId,
              cells: { name, id: maskedId },
            }))}
          />
        </Box>
      ) : undefined}
    </Pages>
  )
}
