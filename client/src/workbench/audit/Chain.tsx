import type { ChainShown } from '../../../../shared/contracts/listAudit'
import { Box, Words } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { audit } from '../../texts/audit'

const { chain: words } = audit

/** How far the log is known to be as it was written, and the head to hold against the copy kept elsewhere. */
export const Chain = ({ chain: { checked, fault, head } }: { chain: ChainShown }) => (
  <Box as="section" className="block" label={words.heading}>
    <Box as="h2" className="h2 block__h">
      {words.heading}
    </Box>
    {fault ? (
      <Notice tone="stop" icon="warn" lines={[words.broken(fault)]} />
    ) : (
      <Box as="p">{checked && checked.seq > 0 ? words.sound(checked) : words.unchecked}</Box>
    )}
    {head && (
      <Box className="after">
        <Box as="p">{words.head(head)}</Box>
        <Words className="hash">{head.hash}</Words>
        <Box as="p" className="small muted">
          {words.headText}
        </Box>
      </Box>
    )}
  </Box>
)
