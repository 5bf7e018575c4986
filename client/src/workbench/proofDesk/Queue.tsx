import type { ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { Link } from '../../components/Button'
import { Box, Tappable, Words } from '../../components/Element'
import { shortMoment } from '../../texts/figures'
import { proofDesk as words } from '../../texts/proofDesk'
import { documentName } from '../../texts/vocabulary'

interface Props {
  proofs: readonly ProofOnDesk[]
  /** The id of the one that is open. */
  open: string
  onChoose: (proofId: string) => void
  onMore?: () => void
}

/** Whose papers wait, the oldest first. */
export const Queue = ({ proofs, open, onChoose, onMore }: Props) => (
  <Box as="section" label={words.list}>
    <Box as="ol">
      {proofs.map(({ proofId, name, paper, receivedAt }) => (
        <Box as="li" key={proofId}>
          <Tappable
            className={proofId === open ? 'case case--on' : 'case'}
            pressedClass="case--pressed"
            current={proofId === open}
            onTap={() => onChoose(proofId)}
          >
            <Words className="case__b">
              <Words className="strong">{name}</Words>
              <Words className="small muted case__since">{shortMoment(receivedAt)}</Words>
            </Words>
            <Words>{documentName(paper)}</Words>
          </Tappable>
        </Box>
      ))}
    </Box>
    {onMore && <Link text={words.more} onTap={onMore} />}
  </Box>
)
