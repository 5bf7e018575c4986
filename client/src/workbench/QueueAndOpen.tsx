import type { ReactNode } from 'react'
import { Box } from '../components/Element'
import { ListAndOpen } from './ListAndOpen'
import type { OneByOne } from './useOneByOne'

interface Props<Item> {
  items: readonly Item[]
  idOf: (item: Item) => string
  queue: OneByOne
  /** Said aloud once one is done. */
  moved: string
  /** In place of both columns where nothing waits. */
  nothing: ReactNode
  list: (open: Item) => ReactNode
  open: (item: Item) => ReactNode
}

/** A desk's queue: what waits, and the one that is open, the first unless another was chosen. */
export function QueueAndOpen<Item>({ items, idOf, queue, moved, nothing, list, open }: Props<Item>) {
  const shown = items.find((item) => idOf(item) === queue.chosen) ?? items[0]
  return (
    <>
      <Box role="status" live="polite" className="small">
        {queue.hasMoved ? moved : ''}
      </Box>
      {shown === undefined ? (
        nothing
      ) : (
        <ListAndOpen list={list(shown)} open={open(shown)} turn={queue.turn} />
      )}
    </>
  )
}
