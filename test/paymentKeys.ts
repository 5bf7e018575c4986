import { createPrivateKey } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  privatePem,
  simulatorKeys,
  type Signer,
  type SimulatorKeys,
} from '../cloudfunctions/_local/wechatpay/simulatorKeys'

const file = join(__dirname, '.output', 'payment-keys.json')

interface Written {
  merchant: { serial: string; pem: string }
  platform: { serial: string; pem: string }
  apiV3Key: string
}

/**
 * Keys of WeChat's simulator and its merchant, made once on this machine and read by every test file after: two RSA keys
 * take longer than most tests.
 */
export function paymentKeys(): SimulatorKeys {
  return kept() ?? keep(simulatorKeys())
}

function kept(): SimulatorKeys | undefined {
  try {
    const { merchant, platform, apiV3Key } = JSON.parse(readFileSync(file, 'utf8')) as Written
    return { merchant: signer(merchant), platform: signer(platform), apiV3Key }
  } catch {
    return undefined
  }
}

/** In one step: another test file may read at the same moment. Keys of two that were first are as good as each other. */
function keep(keys: SimulatorKeys): SimulatorKeys {
  const { merchant, platform, apiV3Key } = keys
  const text: Written = { merchant: written(merchant), platform: written(platform), apiV3Key }
  const own = `${file}.${process.pid}`
  mkdirSync(join(__dirname, '.output'), { recursive: true })
  writeFileSync(own, JSON.stringify(text))
  renameSync(own, file)
  return keys
}

const signer = ({ serial, pem }: Written['merchant']): Signer => ({
  serial,
  privateKey: createPrivateKey(pem),
})
const written = (it: Signer): Written['merchant'] => ({ serial: it.serial, pem: privatePem(it) })
