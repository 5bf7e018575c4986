/** `npm run ledger` on a data folder. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { soundBooks, type SoundBooks } from './soundBooks'

jest.setTimeout(60_000)

let books: SoundBooks
const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
beforeAll(async () => {
  books = await soundBooks()
  await onStore(async (store) => {
    for (const [collection, documents] of books.database)
      await store.insertMany(
        collection,
        [...documents].map(([id, fields]) => ({ id, fields })),
      )
    await store.insert('jobs', 'noteEntries', { until: books.now })
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function onStore(work: (store: ReturnType<typeof openSqliteStore>) => Promise<void>): Promise<void> {
  const store = openSqliteStore(join(folder, 'mingbai.db'))
  await work(store)
  store.close()
}

function ledger(...typed: string[]): { status: number | null; out: string; err: string } {
  const command = join(__dirname, '../../../cloudfunctions/_local/ledger.ts')
  const words = ['--require', 'tsx/cjs', command, ...typed]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

test('sound books end with 0, one spoilt document with 1 and its name', async () => {
  const sound = ledger('verify', '--data', folder)
  expect(sound).toMatchObject({ status: 0, err: '' })
  expect(sound.out).toMatch(
    /^6 张缴费单，4 笔支付，8 条分录，4 笔退费，1 份账单，.*\n4 笔柜台缴费，1 个乡镇日结.*\n账目相符 sound（/,
  )

  await onStore(async (store) => {
    const order = await store.get('orders', books.open)
    await store.replace('orders', books.open, order?.revision ?? 0, { ...order?.fields, fen: 1 })
  })
  const spoilt = ledger('verify', '--data', folder)
  expect(spoilt.status).toBe(1)
  expect(spoilt.out).toContain(`缴费单金额不等于各人之和：orders/${books.open}（orderSumDiffers）\n`)
  expect(spoilt.out).toContain('1 处不符 violated')
})

test('a day is shown to a person: sums, bill, differences, push and who has it', () => {
  const { status, out } = ledger('day', 'lakeside', '2030-11-20', '--data', folder)
  expect(status).toBe(0)
  expect(out.split('\n').map((line) => line.replace(/\d\d:\d\d:\d\d/g, '时刻'))).toEqual([
    'lakeside 2030-11-20  各部门已收到，已对账',
    '  收款    4 笔  1600.00 元',
    '  参保费  800.00 元  批准退费 400.00 元',
    '  退回    1200.00 元',
    '  待查    0.00 元',
    '  账单    7 行（全商户）  收 1600.00 元  退 1200.00 元',
    '  差异    没有',
    '  推送    第 1 版  3 行  400.00 元  已对账  2030-11-21 时刻（应在 2030-11-21 时刻 前）',
    '          bureau  已收到  2030-11-21 时刻',
    '          finance  已收到  2030-11-21 时刻',
    '',
  ])
})

test('what cannot be used ends with 2 and says why', () => {
  expect(ledger('verify', '--data', join(folder, 'nowhere')).status).toBe(2)
  expect(ledger('day', 'lakeside', '--data', folder)).toMatchObject({ status: 2 })
  expect(ledger('day', 'lakeside', '2030-02-30', '--data', folder).err).toContain('没有“2030-02-30”这一天')
  expect(ledger('day', 'lakeside', '2029-01-01', '--data', folder).status).toBe(2)
  expect(ledger('verify', 'everything', '--data', folder).status).toBe(2)
  expect(ledger('--help')).toMatchObject({ status: 0 })
})
