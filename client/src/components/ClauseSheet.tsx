import { AnswerBlock } from './AnswerBlock'
import { SecondButton } from './Button'
import type { Source } from './ClauseChip'
import { Box } from './Element'
import { Sheet } from './Sheet'
import { clauseName, noticeOf, shortClause } from '../texts/clause'
import { common } from '../texts/common'

interface Props {
  source: Source
  titleOf: (notice: string) => string
  onPolicy?: () => void
  onClose: () => void
}

/** 点开依据: our plain sentence, every clause it rests on, and the notice's title. */
export function ClauseSheet({ source, titleOf, onPolicy, onClose }: Props) {
  const [first = '', ...others] = source.clauses
  const notices = [...new Set(source.clauses.map(noticeOf))]
  return (
    <Sheet title={clauseName.sheet(first, others.length)} onClose={onClose}>
      <AnswerBlock source={source} value={source.says} withoutChip />
      {others.length > 0 && (
        <Box as="p" className="after">
          {source.clauses.map(shortClause).join('、')}
        </Box>
      )}
      {notices.map((notice) => (
        <Box as="p" key={notice} className="src">
          {common.basis}
          {titleOf(notice)}
        </Box>
      ))}
      {onPolicy && (
        <Box className="after">
          <SecondButton text={common.wholePolicy} onTap={onPolicy} />
        </Box>
      )}
    </Sheet>
  )
}
