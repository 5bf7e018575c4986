import { openStates } from '../_orders/bringUpToDate'
import type { OrderState } from '../_orders/orderStates'
import { put } from '../_ports/put'
import type { Fields, Store } from '../_ports/store'

/** For each open state, the moment of creation from which the next round goes on; a state that was walked whole has none. */
export type FollowPosition = Partial<Record<OrderState, string>>

const place = { collection: 'jobs', id: 'followOpenOrders' } as const

export async function positionOf(store: Store): Promise<FollowPosition> {
  const stored = await store.get(place.collection, place.id)
  return Object.fromEntries(
    openStates.flatMap((state) => {
      const createdAt = stored?.fields[state]
      return typeof createdAt === 'string' ? [[state, createdAt]] : []
    }),
  )
}

/** Writes only what changed: most rounds reach every order. Another round may write too; either position will do. */
export async function savePosition(
  store: Store,
  before: FollowPosition,
  position: FollowPosition,
): Promise<void> {
  if (openStates.every((state) => before[state] === position[state])) return
  const fields: Fields = Object.fromEntries(openStates.map((state) => [state, position[state] ?? null]))
  await put(store, place.collection, place.id, fields)
}
