import type { ReactNode } from 'react'
import { Link } from '../components/Button'
import { Box } from '../components/Element'
import { Empty } from '../components/Empty'

interface Props {
  /** What is found so far; undefined: nobody yet. */
  children: ReactNode | undefined
  /** Undefined where everything was looked through. */
  onMore: (() => void) | undefined
  words: { nothing: string; nothingText: string; looking: string; more: string }
}

/** A list that is looked through a page at a time: a page may bring nobody and still have a next one. */
export const Pages = ({ children, onMore, words }: Props) => (
  <>
    {children ??
      (onMore ? <Box as="p">{words.looking}</Box> : <Empty title={words.nothing} text={words.nothingText} />)}
    {onMore && <Link text={words.more} onTap={onMore} />}
  </>
)
