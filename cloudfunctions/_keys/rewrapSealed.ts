/**
 * 换主密钥: wraps the data key of every sealed text with the key in use now, in pages. What is done drops out of the
 * search, so that whoever is stopped in the middle begins again and goes on where they were.
 */
import { wrappedRange, type Cipher } from '../_ports/cipher'
import type { ServicePorts } from '../_ports/ports'
import type { Condition, Store, Stored } from '../_ports/store'
import { allSealedFields, sealContext, type SealedField } from './sealedFields'
import { sealedPages } from './sealedPages'

export interface Rewrapped {
  rewrapped: number
  /** `<collection>/<id>` of texts that no key of the ring opens: altered, moved, or sealed elsewhere. */
  unreadable: string[]
}

/** `onPage` hears after each page how many texts this run has rewrapped. */
export async function rewrapSealed(
  { store, cipher, log }: Pick<ServicePorts, 'store' | 'cipher' | 'log'>,
  onPage: (rewrapped: number) => Promise<void> | void = () => undefined,
): Promise<Rewrapped> {
  const done: Rewrapped = { rewrapped: 0, unreadable: [] }
  let before: number
  do {
    before = done.rewrapped
    done.unreadable = []
    for await (const { place, page } of outdatedPages(store, cipher.sealsWith)) {
      const outcomes = await Promise.all(page.map((stored) => rewrapOne(store, cipher, place, stored)))
      done.rewrapped += outcomes.filter((outcome) => outcome === 'rewrapped').length
      const unreadable = page.filter((_, i) => outcomes[i] === 'unreadable')
      done.unreadable.push(...unreadable.map(({ id }) => `${place.collection}/${id}`))
      await onPage(done.rewrapped)
    }
    // Somebody whose ring was older may have sealed behind us: only a round that finds nothing is the last.
  } while (done.rewrapped > before)
  if (done.unreadable.length > 0) log.alarm({ event: 'notRewrapped', documents: done.unreadable })
  return done
}

/** Pages of documents whose text comes before, and then after, those of the key in use now. */
async function* outdatedPages(
  store: Store,
  current: string,
): AsyncGenerator<{ place: SealedField; page: Stored[] }> {
  const { from, before } = wrappedRange(current)
  const others: readonly Condition[] = [{ before: from }, { from: before }]
  for (const place of allSealedFields)
    for (const range of others)
      for await (const page of sealedPages(store, place, range)) yield { place, page }
}

/** A document that changed meanwhile is read again, so that nobody's change is lost. */
async function rewrapOne(
  store: Store,
  cipher: Cipher,
  place: SealedField,
  found: Stored,
): Promise<'rewrapped' | 'asItIs' | 'unreadable'> {
  const { collection, field } = place
  let stored: Stored | undefined = found
  for (; stored; stored = await store.get(collection, found.id)) {
    const sealed = stored.fields[field]
    if (typeof sealed !== 'string') return 'asItIs'
    const wrapped = rewrapText(cipher, sealed, sealContext(place, found.id))
    if (wrapped === undefined) return 'unreadable'
    if (wrapped === sealed) return 'asItIs'
    const fields = { ...stored.fields, [field]: wrapped }
    const outcome = await store.replace(collection, found.id, stored.revision, fields)
    if (outcome === 'replaced') return 'rewrapped'
  }
  return 'asItIs'
}

function rewrapText(cipher: Cipher, sealed: string, context: string): string | undefined {
  try {
    return cipher.rewrap(sealed, context)
  } catch {
    return undefined
  }
}
