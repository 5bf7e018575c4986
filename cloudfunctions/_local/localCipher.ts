import { statSync } from 'node:fs'
import { createCipher } from '../_adapters/keys/createCipher'
import type { Cipher } from '../_ports/cipher'
import { keyFile, localKeys } from './localKeys'

/** A cipher that follows the key file: `npm run keys` changes it while the service runs. */
export function localCipher(folder: string): Cipher {
  let read = ''
  let cipher: Cipher
  const inForce = (): Cipher => {
    const { ino, mtimeMs } = statSync(keyFile(folder))
    const found = `${ino} ${mtimeMs}`
    if (found !== read) {
      cipher = createCipher(localKeys(folder).ring)
      read = found
    }
    return cipher
  }
  localKeys(folder)
  return {
    ...inForce(),
    get sealsWith() {
      return inForce().sealsWith
    },
    seal: (plain, context) => inForce().seal(plain, context),
    open: (sealed, context) => inForce().open(sealed, context),
    rewrap: (sealed, context) => inForce().rewrap(sealed, context),
  }
}
