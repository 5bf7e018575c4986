/** `npm run ledger -- verify|day`: proves the books (核账) of the local service's data, and shows one day to a person. */
import { verifyLedger, verifySorts } from '../_ledger/verify/verifyLedger'
import { localIndexes } from './localIndexes'
import { openSqliteStore, type SqliteStore } from '../_adapters/embedded/sqliteStore'
import { shanghaiClock } from '../_adapters/clock/shanghaiClock'
import type { Store } from '../_ports/store'
import { isCivilDay } from '../../shared/rules/civilDay'
import { databaseFile, runLocalCommand, say, Unusable, type LocalCommand } from './localCommand'
import { sentenceOf } from './ledgerSentences'
import { showDay } from './showDay'

const usage = `用法 usage:
  npm run ledger -- verify [--data DIR]            只凭数据库核账：分录、账单、缴费单、退费、占位、参保、柜台缴费、乡镇日结、推送，逐条对得上
  npm run ledger -- day REGION DATE [--data DIR]   一天的账：收了几笔多少钱，退了多少，账单、差异、推送

REGION 是地区代号，如 shandan；DATE 写成 YYYY-MM-DD。DIR 是本机服务的数据文件夹，不写就是 .local。
Exit: 0 sound · 1 something does not hold · 2 cannot be used.`

const shownAtMost = 50

const verify: LocalCommand = async ({ word, folder }) => {
  if (word !== undefined) throw new Unusable(`多写了 too many words: ${word}\n\n${usage}`)
  return onStore(folder, async (store) => {
    const started = performance.now()
    let last = ''
    const { violations, stuck, counts } = await verifyLedger(store, {
      ...(await serviceOf(store)),
      progress: (collection) => {
        if (collection !== last && process.stderr.isTTY) process.stderr.write(`核 ${collection}…\n`)
        last = collection
      },
    })
    for (const violation of violations.slice(0, shownAtMost)) say(sentenceOf(violation))
    if (violations.length > shownAtMost) say(`还有 ${violations.length - shownAtMost} 处没有列出`)
    for (const orderNumber of stuck.slice(0, shownAtMost)) say(`缴费单 ${orderNumber} 过期了还没有了结`)
    const { orders = 0, payments = 0, ledger = 0, refunds = 0, bills = 0, days = 0 } = counts
    say(
      `${orders} 张缴费单，${payments} 笔支付，${ledger} 条分录，${refunds} 笔退费，${bills} 份账单，${days} 个日结`,
    )
    say(`${counts.counterPayments ?? 0} 笔柜台缴费，${counts.townDays ?? 0} 个乡镇日结，不在微信的账里`)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(
      violations.length === 0
        ? `账目相符 sound（${seconds} 秒）${stuck.length > 0 ? `；${stuck.length} 张缴费单没人跟` : ''}`
        : `${violations.length} 处不符 violated（${seconds} 秒）`,
    )
    return violations.length === 0 ? 0 : 1
  })
}

const day: LocalCommand = async ({ word: region, more: [date, ...rest], folder }) => {
  if (region === undefined || date === undefined || rest.length > 0)
    throw new Unusable(`要写地区和日子 REGION DATE\n\n${usage}`)
  if (!isCivilDay(date)) throw new Unusable(`没有“${date}”这一天，要写成 YYYY-MM-DD`)
  return onStore(folder, async (store) => {
    const lines = await showDay(store, region, date)
    if (lines.length === 0) throw new Unusable(`${region} 没有 ${date} 的账 no such day`)
    lines.forEach(say)
    return 0
  })
}

async function onStore(folder: string, work: (store: SqliteStore) => Promise<number>): Promise<number> {
  const indexes = { ...localIndexes }
  for (const [collection, fields] of Object.entries(verifySorts))
    indexes[collection] = [...(indexes[collection] ?? []), ...fields]
  const store = openSqliteStore(databaseFile(folder), indexes)
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

/** Whose payments they are, and which day the service takes it to be: its clock can be set. */
async function serviceOf(store: Store): Promise<{ merchantId: string; now: string }> {
  const { documents } = await store.find<{ merchantId: string }>('payments', {
    where: {},
    sort: { field: verifySorts.payments[0], order: 'ascending' },
    limit: 1,
  })
  const round = await store.get<{ until: string }>('jobs', 'noteEntries')
  return {
    merchantId: documents[0]?.fields.merchantId ?? '',
    now: round?.fields.until ?? shanghaiClock().now(),
  }
}

void runLocalCommand(usage, { verify, day }, [], ['day'])
