import type { AuditShown } from '../../../../shared/contracts/listAudit'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { go } from '../../navigation'
import { audit as words } from '../../texts/audit'

interface Props {
  events: readonly AuditShown[]
  /** All of one day, so that the day itself need not be said again. */
  isOfDay: boolean
  onActor: (staffId: string) => void
}

/** Who, what, and to whom, a row each. */
export const Events = ({ events, isOfDay, onActor }: Props) => (
  <Box className="after">
    <Table
      label={words.table}
      columns={[
        { key: 'what', title: words.columns.what },
        { key: 'at', title: words.columns.at },
        { key: 'who', title: words.columns.who },
        { key: 'whom', title: words.columns.whom },
      ]}
      rows={events.map((event, index) => ({
        key: `${event.at}-${index}`,
        cells: {
          what: words.what(event),
          at: isOfDay ? words.when(event.at) : words.whenFull(event.at),
          who: (
            <Link
              className="link--small"
              text={event.staffName}
              label={words.byActorOf(event.staffName, event.at)}
              onTap={() => onActor(event.staffId)}
            />
          ),
          whom: <Whom event={event} />,
        },
      }))}
    />
  </Box>
)

const Whom = ({ event }: { event: AuditShown }) => {
  const resident = words.residentOf(event)
  return resident === undefined ? null : (
    <Link
      className="link--small"
      text={words.open}
      label={words.openOf(words.what(event), event.at)}
      onTap={() => go('person', { resident })}
    />
  )
}
