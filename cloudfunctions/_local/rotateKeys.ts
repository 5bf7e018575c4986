import { join } from 'node:path'
import { shanghaiClock } from '../_adapters/clock/shanghaiClock'
import type { SqliteStore } from '../_adapters/embedded/sqliteStore'
import { createCipher } from '../_adapters/keys/createCipher'
import { newKeyId, withNewKey } from '../_adapters/keys/keyRing'
import { beginRotation, noteRotation } from '../_keys/keyRotation'
import { rewrapSealed } from '../_keys/rewrapSealed'
import { fileLog } from './fileLog'
import { localKeys, writeKeys } from './localKeys'

export interface Rotated {
  /** The key everything is wrapped with now. */
  to: string
  /** Texts this rotation has rewrapped, over all its runs. */
  rewrapped: number
  unreadable: readonly string[]
}

/**
 * Makes a new key-encryption key, or takes up the one of a rotation that was stopped; seals with it from now on, and
 * rewraps what is sealed. `hears` is told the key and the count, first and then after each page.
 */
export async function rotateKeys(
  store: SqliteStore,
  folder: string,
  hears: (to: string, rewrapped: number) => void,
): Promise<Rotated> {
  const clock = shanghaiClock()
  const keys = localKeys(folder)
  const state = await beginRotation(store, newKeyId(keys.ring, clock.today()), clock.now())
  const { to } = state
  const ring = Object.hasOwn(keys.ring.sealing, to) ? keys.ring : withNewKey(keys.ring, to)
  // On the disk before anything is wrapped with it.
  writeKeys(folder, { ...keys, ring: { ...ring, sealWith: to } })
  hears(to, state.rewrapped)

  const cipher = createCipher(localKeys(folder).ring)
  const log = fileLog(join(folder, 'service.log'))
  const { rewrapped, unreadable } = await rewrapSealed({ store, cipher, log }, async (soFar) => {
    await noteRotation(store, { ...state, rewrapped: state.rewrapped + soFar })
    hears(to, state.rewrapped + soFar)
  })
  const all = state.rewrapped + rewrapped
  await noteRotation(store, { ...state, rewrapped: all, finishedAt: clock.now() })
  return { to, rewrapped: all, unreadable }
}
