/** Which key-encryption key still wraps what: all of it counted, or one example. */
import { wrappedRange } from '../_ports/cipher'
import type { ServicePorts } from '../_ports/ports'
import type { Store } from '../_ports/store'
import { allSealedFields } from './sealedFields'
import { sealedPages } from './sealedPages'

/** How many sealed texts each key wraps, by the key's id; under undefined what is no sealed text. Reads everything. */
export async function countByKey({
  store,
  cipher,
}: Pick<ServicePorts, 'store' | 'cipher'>): Promise<Map<string | undefined, number>> {
  const counts = new Map<string | undefined, number>()
  for (const place of allSealedFields)
    for await (const page of sealedPages(store, place, { from: '' }))
      for (const { fields } of page) {
        const text = fields[place.field]
        const key = typeof text === 'string' ? cipher.wrappedWith(text) : undefined
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

/** `<collection>/<id>` of a document that needs this key to be opened; undefined: none does, and the key may go. */
export async function oneThatNeeds(store: Store, keyId: string): Promise<string | undefined> {
  for (const place of allSealedFields)
    for await (const [one] of sealedPages(store, place, wrappedRange(keyId)))
      if (one) return `${place.collection}/${one.id}`
  return undefined
}
