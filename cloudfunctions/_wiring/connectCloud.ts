/**
 * Connects the use cases to CloudBase and WeChat Pay: once per function instance, again if it failed. Environment
 * variables hold what is small (`MINGBAI_KEYS`, a key ring as JSON); WeChat's PEM keys do not fit into their 4 KB
 * and stand sealed in the document `secrets/wechatpay`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import cloudbase from '@cloudbase/node-sdk'
import type { PolicyTable } from '../../shared/policy/table'
import { createCloudbaseStore } from '../_adapters/cloudbase/cloudbaseStore'
import { shanghaiClock } from '../_adapters/clock/shanghaiClock'
import { createCipher } from '../_adapters/keys/createCipher'
import type { KeyRing } from '../_adapters/keys/keyRing'
import { jsonLog } from '../_adapters/log/jsonLog'
import { servePolicies } from '../_adapters/policyFiles/servePolicies'
import { createWechatPay } from '../_adapters/wechatpay/createWechatPay'
import type { WechatPayConfig } from '../_adapters/wechatpay/WechatPayConfig'
import type { Cipher } from '../_ports/cipher'
import { errorLine } from '../_ports/errorLine'
import type { ServicePorts } from '../_ports/ports'
import type { Store } from '../_ports/store'
import { paymentSecrets } from './paymentSecrets'
import { usualLimits } from './usualLimits'

export type Connected = { kind: 'connected'; ports: ServicePorts } | { kind: 'outage' }

let connected: ServicePorts | undefined

/** The service's ports, or an outage where a key, a table or a secret is missing; the log says which. */
export async function connectCloud(): Promise<Connected> {
  try {
    connected ??= await connect()
    return { kind: 'connected', ports: connected }
  } catch (thrown) {
    jsonLog.alarm({ event: 'notConnected', ...errorLine(thrown) })
    return { kind: 'outage' }
  }
}

async function connect(): Promise<ServicePorts> {
  const store = createCloudbaseStore(cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database())
  const cipher = createCipher(JSON.parse(variable('MINGBAI_KEYS')) as KeyRing)
  const config = await paymentConfig(store, cipher)
  return {
    clock: shanghaiClock(),
    store,
    cipher,
    payments: createWechatPay(config, {
      report: (trouble) => jsonLog.info({ event: 'wechatPayTrouble', ...trouble }),
    }),
    policies: servePolicies(bundledTables()),
    log: jsonLog,
    settings: { demo: false, merchantId: config.merchantId, appId: config.appId, ...usualLimits },
  }
}

async function paymentConfig(store: Store, cipher: Cipher): Promise<WechatPayConfig> {
  const { collection, id, context } = paymentSecrets
  const secret = await store.get<{ sealed: string }>(collection, id)
  if (!secret) throw new Error('secrets/wechatpay is missing')
  return JSON.parse(cipher.open(secret.fields.sealed, context)) as WechatPayConfig
}

/** Written beside the bundle when it is built. */
const bundledTables = (): PolicyTable[] =>
  JSON.parse(readFileSync(join(__dirname, 'tables.json'), 'utf8')) as PolicyTable[]

function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`the environment variable ${name} is missing`)
  return value
}
