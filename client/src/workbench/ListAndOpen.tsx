import { useState, type ReactNode } from 'react'
import { Link } from '../components/Button'
import { Box } from '../components/Element'
import { workbench as words } from '../texts/workbench'
import { Opened } from './Opened'

interface Props {
  list: ReactNode
  open: ReactNode
  /** How often somebody chose from the list: each time they go on at what is open. */
  turn: number
  /** Both stay in sight on a phone too: what is open is put together by choosing in the list. */
  isTogether?: boolean
}

/** A list, and what is open of it: side by side at a desk. On a phone what is open stands alone, with the way to the list. */
export function ListAndOpen({ list, open, turn, isTogether }: Props) {
  const [listedAt, setListedAt] = useState<number>()
  const isListed = listedAt === turn
  return (
    <Box className="cols after">
      <Opened
        className={isListed || isTogether ? 'col col--list' : 'col col--list col--behind'}
        of={isListed ? turn : undefined}
      >
        {list}
      </Opened>
      <Opened className={isListed && !isTogether ? 'col col--behind' : 'col'} of={turn}>
        {!isTogether && <Link className="col__back" text={words.toList} onTap={() => setListedAt(turn)} />}
        {open}
      </Opened>
    </Box>
  )
}
