/**
 * Makes what the cloud functions need and no environment variable can hold. Prints to standard output only:
 *   npx tsx config/paymentSecrets.ts keys                  a new key ring, for the variable MINGBAI_KEYS
 *   npx tsx config/paymentSecrets.ts seal wechatpay.json   the document secrets/wechatpay, sealed with MINGBAI_KEYS
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createCipher, type KeyRing } from '../cloudfunctions/_adapters/keys/createCipher'
import { newDocument } from '../cloudfunctions/_adapters/cloudbase/storeDocument'
import { createWechatPay } from '../cloudfunctions/_adapters/wechatpay/createWechatPay'
import type { WechatPayConfig } from '../cloudfunctions/_adapters/wechatpay/WechatPayConfig'
import { paymentSecrets } from '../cloudfunctions/_wiring/paymentSecrets'

const newKey = (): string => randomBytes(32).toString('base64')

const newKeys = (): KeyRing => {
  const id = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`
  return { sealWith: id, sealing: { [id]: newKey() }, indexing: newKey() }
}

/** @throws where a key cannot work: better here than in the cloud. */
function sealed(file: string, ring: KeyRing): object {
  const config = JSON.parse(readFileSync(file, 'utf8')) as WechatPayConfig
  createWechatPay(config)
  const { id, context } = paymentSecrets
  return newDocument(id, { sealed: createCipher(ring).seal(JSON.stringify(config), context) })
}

const [order, file] = process.argv.slice(2)
if (order === 'keys') process.stdout.write(`${JSON.stringify(newKeys())}\n`)
else if (order === 'seal' && file)
  process.stdout.write(
    `${JSON.stringify(sealed(file, JSON.parse(process.env.MINGBAI_KEYS ?? '{}') as KeyRing))}\n`,
  )
else {
  process.stderr.write('npx tsx config/paymentSecrets.ts keys | seal FILE\n')
  process.exitCode = 1
}
