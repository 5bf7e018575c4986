import { useState } from 'react'
import type { Contract, ReplyOf, RequestOf } from '../../../shared/contracts/contract'
import { useCall, type Asked } from '../api/useCall'

/** One page of a list, and the ways to the others. */
export interface Listed<C extends Contract> {
  asked: Asked<C>
  again: () => void
  /** The next page; undefined where this is the last. */
  more: (() => void) | undefined
  isFirst: boolean
  toFirst: () => void
}

/**
 * A list, a page at a time. Of another list (another day, say) nothing stays on the page; and a later page on which nothing is left,
 * because all of it was decided, leads back to the first.
 */
export function useList<C extends Contract>(
  contract: C,
  request: Omit<RequestOf<C>, 'cursor'> | undefined,
  itemsOf: (reply: ReplyOf<C>) => readonly unknown[],
): Listed<C> {
  const list = JSON.stringify(request)
  const [page, setPage] = useState<{ list: string | undefined; cursor: string }>()
  const cursor = page?.list === list ? page?.cursor : undefined
  const { asked, answered, again } = useCall(
    contract,
    request && ({ ...request, ...(cursor === undefined ? {} : { cursor }) } as RequestOf<C>),
  )
  const isOther = answered !== undefined && listOf(answered) !== list
  const next = asked.kind === 'done' ? cursorOf(asked.reply) : undefined
  const isUsedUp =
    cursorOf(answered) !== undefined &&
    asked.kind === 'done' &&
    next === undefined &&
    itemsOf(asked.reply).length === 0
  if (isUsedUp && cursor !== undefined && cursor === cursorOf(answered)) setPage(undefined)
  return {
    asked: isOther || isUsedUp ? { kind: 'asking' } : asked,
    again,
    more: next === undefined ? undefined : () => setPage({ list, cursor: next }),
    isFirst: cursor === undefined,
    toFirst: () => setPage(undefined),
  }
}

const cursorOf = (of: unknown): string | undefined => (of as { cursor?: string } | undefined)?.cursor

const listOf = (request: unknown): string => JSON.stringify({ ...(request as object), cursor: undefined })
