import { Link } from './Button'
import { Box } from './Element'
import { common } from '../texts/common'
import { notices as words, type NamedNotice } from '../texts/notices'

/** 本页依据: the notices a page rests on, last on the page, and the way to all that they say. */
export const Basis = ({ notices, onPolicy }: { notices: readonly NamedNotice[]; onPolicy: () => void }) => (
  <Box as="section" className="src">
    {notices.map((notice) => (
      <Box as="p" key={notice.id}>
        {common.basis}
        {words.named(notice)}
      </Box>
    ))}
    <Link text={common.wholePolicy} onTap={onPolicy} />
  </Box>
)
