/** The service's ports on this machine: SQLite in a folder, keys of its own, a clock that can be set, WeChat simulated. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadTables } from '../../shared/policy/loadTables'
import { folderDeliveries } from '../_adapters/deliveries/folderDeliveries'
import { openSqliteStore } from '../_adapters/embedded/sqliteStore'
import { pdfPrinter } from '../_adapters/pdf/pdfPrinter'
import { createFormPress } from '../_adapters/press/createFormPress'
import { servePolicies } from '../_adapters/policyFiles/servePolicies'
import { createWechatPay } from '../_adapters/wechatpay/createWechatPay'
import schedule from '../_wiring/schedule.json'
import { usualLimits } from '../_wiring/usualLimits'
import { readDemonstration } from './demonstration/readDemonstration'
import { fileLog } from './fileLog'
import { localCipher } from './localCipher'
import { databaseFile } from './localCommand'
import { localKeys } from './localKeys'
import { localIndexes } from './localIndexes'
import type { LocalPorts } from './localPorts'
import { mailboxReminders } from './mailbox/mailboxReminders'
import { settableClock, type SettableClock } from './settableClock'
import { simulatedKeepers } from './simulatedKeepers'
import { createWechatPaySimulator, type WechatPaySimulator } from './wechatpay/createWechatPaySimulator'
import type { SimulatorKeys } from './wechatpay/simulatorKeys'

export interface LocalService {
  ports: LocalPorts
  clock: SettableClock
  simulator: WechatPaySimulator
  sessionKey: string
}

/** Paths the service answers on, seen from its own origin. */
export const localPaths = {
  wechatpay: '/wechatpay',
  notify: '/payment-notify',
  certificate: '/certificate',
} as const

/** Long enough to see a refund on its way. */
const refundDelayMs = 5000

/** The font that the cloud has beside its bundle. */
const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

const tablesFolder = join(__dirname, '../../shared/policy/tables')

/** `origin` is where the service will listen: WeChat's simulator calls back there. */
export async function openLocalService(
  folder: string,
  today: string,
  origin: string,
  paymentKeys?: SimulatorKeys,
): Promise<LocalService> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { session } = localKeys(folder)
  const clock = settableClock()
  clock.setDay(today)
  const store = openSqliteStore(databaseFile(folder), localIndexes)
  const simulator = await createWechatPaySimulator({
    now: () => new Date(clock.milliseconds()),
    keepers: simulatedKeepers(store),
    refundDelayMs,
    keys: paymentKeys,
  })
  const config = simulator.configFor({
    baseUrl: `${origin}${localPaths.wechatpay}/`,
    notifyUrl: `${origin}${localPaths.notify}`,
  })
  const log = fileLog(join(folder, 'service.log'))
  const ports: LocalPorts = {
    clock,
    store,
    log,
    cipher: localCipher(folder),
    payments: createWechatPay(config, {
      report: (trouble) => log.info({ event: 'wechatPayTrouble', ...trouble }),
    }),
    policies: servePolicies(loadTables(tablesFolder)),
    deliveries: folderDeliveries(join(folder, 'pushes'), readDemonstration().departments),
    schedule,
    reminders: mailboxReminders(store, clock),
    printer: pdfPrinter({ fontFile, checkAddress: `${origin}${localPaths.certificate}` }),
    press: createFormPress(fontFile),
    settings: { demo: true, merchantId: config.merchantId, appId: config.appId, ...usualLimits },
  }
  return { ports, clock, simulator, sessionKey: session }
}
