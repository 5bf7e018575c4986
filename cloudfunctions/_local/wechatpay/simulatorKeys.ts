import { createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

/** One party's signing key and the serial it is known by. */
export interface Signer {
  serial: string
  privateKey: KeyObject
}

/** Every key the simulator and its one merchant need, made afresh in each process: nothing secret is stored. */
export interface SimulatorKeys {
  merchant: Signer
  platform: Signer
  /** 32 characters, as a merchant would choose it. */
  apiV3Key: string
}

export function simulatorKeys(): SimulatorKeys {
  return {
    merchant: makeSigner(randomBytes(20).toString('hex').toUpperCase()),
    platform: makeSigner(`PUB_KEY_ID_${digits(30)}`),
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

/** A signer with a new RSA key of the size WeChat Pay uses. */
export function makeSigner(serial: string): Signer {
  return { serial, privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }
}

export function privatePem(signer: Signer): string {
  return signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

export function publicPem(signer: Signer): string {
  return createPublicKey(signer.privateKey).export({ type: 'spki', format: 'pem' }).toString()
}

/** So many random decimal digits. */
export function digits(count: number): string {
  return Array.from(randomBytes(count), (byte) => byte % 10).join('')
}
