import type { ReactNode } from 'react'
import type { ImportShown } from '../../../../shared/contracts/imports'
import { Box, Words } from '../../components/Element'
import { sumInline } from '../../texts/figures'
import { imports as words } from '../../texts/imports'
import { count } from '../../texts/workbench'

const { tried } = words

/** What the file adds, changes, leaves as it is, and what is rejected; and its own total beside what was counted. */
export const Figures = ({ shown }: { shown: ImportShown }) => {
  const { counts, statedTotal, countedTotal, totalIn } = shown
  return (
    <Box className="figs block block--near">
      <Figure title={tried.added}>{count(counts.added)}</Figure>
      <Figure title={tried.changed}>{count(counts.changed)}</Figure>
      <Figure title={tried.same}>{count(counts.same)}</Figure>
      <Figure title={tried.rejected} isBad={counts.rejected > 0}>
        {count(counts.rejected)}
      </Figure>
      <Figure title={tried.total} note={noteOf(shown)}>
        {statedTotal === null
          ? tried.unsaid
          : statedTotal === countedTotal
            ? tried.equal
            : tried.differs(saidAs[totalIn](Math.abs(statedTotal - countedTotal)))}
      </Figure>
    </Box>
  )
}

const saidAs: Record<ImportShown['totalIn'], (total: number) => string> = {
  people: words.people,
  fen: sumInline,
}

/** A total without its unit where it counts people. */
export const totalOf = ({ totalIn }: ImportShown, total: number): string =>
  totalIn === 'fen' ? sumInline(total) : count(total)

const noteOf = (shown: ImportShown): string =>
  shown.statedTotal === null
    ? tried.unsaidText
    : tried.stated(totalOf(shown, shown.statedTotal), totalOf(shown, shown.countedTotal))

const Figure = ({
  title,
  isBad,
  note,
  children,
}: {
  title: string
  isBad?: boolean
  note?: string
  children: ReactNode
}) => (
  <Box className="fig">
    <Box as="p" className="small muted">
      {title}
    </Box>
    <Words className={isBad ? 'fig__n fig__n--bad' : 'fig__n'}>{children}</Words>
    {note && (
      <Box as="p" className="small muted">
        {note}
      </Box>
    )}
  </Box>
)
