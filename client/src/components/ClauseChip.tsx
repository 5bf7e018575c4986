import { createContext, useContext } from 'react'
import { Box, Tappable, Words } from './Element'
import { clauseName, noticeOf } from '../texts/clause'

/** How sure the notice makes us: said once, readable in two ways, or not said. */
export type Sureness = 'stated' | 'readings' | 'unstated'

/** Where something is written, and what it says there in our own plain words. */
export interface Source {
  sureness: Sureness
  /** `<notice>#<clause>`, most telling first. */
  clauses: readonly string[]
  /** One plain sentence of ours, never a quotation. */
  says: string
}

interface Notices {
  /** Title and number of a notice, by the part of a clause before `#`. */
  titleOf: (notice: string) => string
  open: (source: Source) => void
}

/** Given by the page's frame, which also shows what a chip opens. */
export const NoticesContext = createContext<Notices>({ titleOf: () => '', open: () => undefined })

const line: Record<Sureness, string> = {
  stated: 'chip',
  readings: 'chip chip--two',
  unstated: 'chip chip--none',
}

/** 依据: the clause something rests on. Its line says how sure the clause makes us. */
export function ClauseChip({ source }: { source: Source }) {
  const notices = useContext(NoticesContext)
  const [first, ...others] = source.clauses
  if (!first) return null
  const spoken = `${clauseName.spoken(first, others.length)}，${notices.titleOf(noticeOf(first))}`
  return (
    <Tappable
      className={line[source.sureness]}
      pressedClass="chip--pressed"
      label={spoken}
      onTap={() => notices.open(source)}
    >
      <Words className="chip__in">{clauseName.chip(first)}</Words>
    </Tappable>
  )
}

/** One chip in a line of its own. */
export const Chips = ({ source }: { source: Source }) =>
  source.clauses.length === 0 ? null : (
    <Box className="chips">
      <ClauseChip source={source} />
    </Box>
  )
