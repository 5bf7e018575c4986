import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRing } from '../_adapters/keys/createCipher'

/** The keys of this machine's demonstration data, made once and kept beside it. They protect nobody real. */
export interface LocalKeys {
  ring: KeyRing
  /** Signs the session cookies. */
  session: string
}

const newKey = (): string => randomBytes(32).toString('base64')

/** `folder` exists. */
export function localKeys(folder: string): LocalKeys {
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys
  const keys: LocalKeys = {
    ring: { sealWith: 'local', sealing: { local: newKey() }, indexing: newKey() },
    session: newKey(),
  }
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}
