import { canonicalJson } from '../_ports/canonicalJson'
import type { Store } from '../_ports/store'
import { everyOne } from './auditPages'
import type { HeadFields } from './auditRecord'
import { BrokenChain } from './chainFault'
import { openDay } from './dayHeads'

/** A head that was kept elsewhere. */
export type KeptHead = Pick<HeadFields, 'day' | 'hash'>

/** Where the chain stands: after each day that has links, and the instant of its last link. */
export interface ChainWalked {
  heads: readonly HeadFields[]
  lastAt: string
}

/** Holds the heads that are stored, and those that were kept elsewhere, against the chain itself. @throws BrokenChain */
export async function checkHeads(
  store: Store,
  { heads, lastAt }: ChainWalked,
  kept: readonly KeptHead[],
): Promise<void> {
  const stored = new Map<string, HeadFields>()
  const byDay = { where: {}, sort: { field: 'day', order: 'ascending' } } as const
  for await (const { id, fields } of everyOne<HeadFields>(store, 'auditHeads', byDay)) stored.set(id, fields)

  for (const head of heads) {
    const found = stored.get(head.day) ?? (await store.get('auditHeads', head.day))?.fields
    if (found && canonicalJson(found) !== canonicalJson(head))
      throw new BrokenChain({ kind: 'headDiffers', day: head.day })
    // Whoever made the last link had written every head before.
    if (!found && head.day < openDay(lastAt)) throw new BrokenChain({ kind: 'headRemoved', day: head.day })
    stored.delete(head.day)
  }
  for (const day of stored.keys()) throw new BrokenChain({ kind: 'headDiffers', day })
  for (const { day, hash } of kept)
    if (heads.filter((head) => head.day <= day).at(-1)?.hash !== hash)
      throw new BrokenChain({ kind: 'headDiffers', day })
}
