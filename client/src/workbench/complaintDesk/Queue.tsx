import type { ComplaintOnDesk } from '../../../../shared/contracts/staffComplaints'
import { Link } from '../../components/Button'
import { Box, Tappable, Words } from '../../components/Element'
import { complaintDesk as words } from '../../texts/complaintDesk'
import { shortMoment } from '../../texts/figures'

interface Props {
  complaints: readonly ComplaintOnDesk[]
  /** The id of the one that is open. */
  open: string
  onChoose: (complaintId: string) => void
  onMore?: () => void
}

/** What waits, the oldest first. */
export const Queue = ({ complaints, open, onChoose, onMore }: Props) => (
  <Box as="section" label={words.list}>
    <Box as="ol">
      {complaints.map(({ complaintId, kind, person, sentAt }) => (
        <Box as="li" key={complaintId}>
          <Tappable
            className={complaintId === open ? 'case case--on' : 'case'}
            pressedClass="case--pressed"
            current={complaintId === open}
            onTap={() => onChoose(complaintId)}
          >
            <Words className="case__b">
              <Words className="strong">{words.kinds[kind]}</Words>
              <Words className="small muted case__since">
                {person ? `${person.name}　` : ''}
                {shortMoment(sentAt)}
              </Words>
            </Words>
          </Tappable>
        </Box>
      ))}
    </Box>
    {onMore && <Link text={words.more} onTap={onMore} />}
  </Box>
)
