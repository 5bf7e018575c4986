import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { newRing, type KeyRing } from '../_adapters/keys/keyRing'

/** The keys of this machine's demonstration data, made once and kept beside it. They protect nobody real. */
export interface LocalKeys {
  ring: KeyRing
  /** Signs the session cookies. */
  session: string
}

export const keyFile = (folder: string): string => join(folder, 'keys.json')

/** `folder` exists. */
export function localKeys(folder: string): LocalKeys {
  if (existsSync(keyFile(folder))) return JSON.parse(readFileSync(keyFile(folder), 'utf8')) as LocalKeys
  const keys: LocalKeys = { ring: newRing('local'), session: randomBytes(32).toString('base64') }
  writeKeys(folder, keys)
  return keys
}

/** Whoever reads finds the old file or the new one, and after a power cut one of them is there: never half a key. */
export function writeKeys(folder: string, keys: LocalKeys): void {
  const written = `${keyFile(folder)}.${process.pid}`
  const file = openSync(written, 'w', 0o600)
  writeSync(file, JSON.stringify(keys))
  fsyncSync(file)
  closeSync(file)
  renameSync(written, keyFile(folder))
}
