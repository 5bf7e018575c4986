/**
 * Makes what the cloud functions need and no environment variable can hold. Prints to standard output only:
 *   npx tsx config/paymentSecrets.ts keys                  a new key ring, for the variable MINGBAI_KEYS
 *   npx tsx config/paymentSecrets.ts another               MINGBAI_KEYS with one more key, which does not seal yet
 *   npx tsx config/paymentSecrets.ts seal wechatpay.json   the document secrets/wechatpay, sealed with MINGBAI_KEYS
 *   npx tsx config/paymentSecrets.ts seal-deliveries departments.json   likewise the document secrets/deliveries
 *   npx tsx config/paymentSecrets.ts seal-messages messages.json        likewise the document secrets/messages
 */
import { readFileSync } from 'node:fs'
import { createCipher } from '../cloudfunctions/_adapters/keys/createCipher'
import { newKeyId, newRing, withNewKey, type KeyRing } from '../cloudfunctions/_adapters/keys/keyRing'
import { newDocument } from '../cloudfunctions/_adapters/cloudbase/storeDocument'
import { createWechatPay } from '../cloudfunctions/_adapters/wechatpay/createWechatPay'
import type { WechatPayConfig } from '../cloudfunctions/_adapters/wechatpay/WechatPayConfig'
import { httpsDeliveries, type Receiver } from '../cloudfunctions/_adapters/deliveries/httpsDeliveries'
import {
  wechatReminders,
  type MessagesConfig,
} from '../cloudfunctions/_adapters/wechatMessages/wechatReminders'
import reminderSettings from '../cloudfunctions/_wiring/reminders.json'
import { deliverySecrets, messageSecrets, paymentSecrets } from '../cloudfunctions/_wiring/paymentSecrets'

const today = new Date().toISOString().slice(0, 10)
const ring = (): KeyRing => JSON.parse(process.env.MINGBAI_KEYS ?? '{}') as KeyRing
const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

/** @throws where a key cannot work: better here than in the cloud. */
function sealed(file: string): object {
  const config = JSON.parse(readFileSync(file, 'utf8')) as WechatPayConfig
  createWechatPay(config)
  return sealedAt(paymentSecrets, config)
}

/** @throws where an address or a secret will not do. */
function sealedDeliveries(file: string): object {
  const receivers = JSON.parse(readFileSync(file, 'utf8')) as Receiver[]
  httpsDeliveries(receivers)
  return sealedAt(deliverySecrets, receivers)
}

/** @throws where a template's fields cannot take what is meant for them. */
function sealedMessages(file: string): object {
  const config = JSON.parse(readFileSync(file, 'utf8')) as MessagesConfig
  wechatReminders(config, reminderSettings)
  return sealedAt(messageSecrets, config)
}

function sealedAt({ id, context }: typeof paymentSecrets, config: unknown): object {
  return newDocument(id, { sealed: createCipher(ring()).seal(JSON.stringify(config), context) })
}

const [order, file] = process.argv.slice(2)
if (order === 'keys') print(newRing(newKeyId({ sealing: {} }, today)))
else if (order === 'another') print(withNewKey(ring(), newKeyId(ring(), today)))
else if (order === 'seal' && file) print(sealed(file))
else if (order === 'seal-deliveries' && file) print(sealedDeliveries(file))
else if (order === 'seal-messages' && file) print(sealedMessages(file))
else {
  process.stderr.write(
    'npx tsx config/paymentSecrets.ts keys | another | seal FILE | seal-deliveries FILE | seal-messages FILE\n',
  )
  process.exitCode = 1
}
