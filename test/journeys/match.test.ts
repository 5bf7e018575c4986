/** 每月比对: the bureau decides of one person after another and of several at once, and the finance office notes what it paid. */
import { readFileSync } from 'node:fs'
import { nothingCounted, sealName, type ImportFields } from '../../cloudfunctions/_imports/importRecord'
import { sealContact } from '../../cloudfunctions/_residents/contactRecord'
import { yearId } from '../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../cloudfunctions/_residents/partition'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../shared/identity/idNumber'
import { officer } from './officer'
import { setting } from './setting'
import type { Service } from './startService'

const here = setting('2023-11-30')

interface Listed {
  name: string
  town: string
  code?: string
  since?: string
  paid?: number
  used?: string
  employee?: boolean
}

const listed: readonly Listed[] = [
  { name: '冯示范', town: '清泉镇', code: 'ruralDibao/4', since: '2023-11-06', paid: 380 },
  { name: '褚样例', town: '位奇镇', code: 'fallenIntoPoverty', since: '2023-11-08', paid: 380 },
  { name: '卫小样', town: '霍城镇', code: 'dibaoMargin', since: '2023-11-08', paid: 380 },
  { name: '蒋示例', town: '东乐镇', code: 'ruralDibao/4', since: '2023-09-01', paid: 380 },
  {
    name: '沈样本',
    town: '东乐镇',
    code: 'ruralDibao/1',
    since: '2023-11-09',
    paid: 280,
    used: 'liftedOutOfPoverty',
  },
  { name: '韩样品', town: '陈户镇', paid: 280, used: 'liftedOutOfPoverty' },
  { name: '杨小样', town: '陈户镇', paid: 380, employee: true },
]

/** Who stands on the month's rosters and in the books, and the roster itself. */
async function write({ running: { ports } }: Service): Promise<void> {
  const { store, cipher } = ports
  for (const [serial, { name, town, code, since, paid, used, employee }] of listed.entries()) {
    const first17 = `62079919700101${String(500 + serial)}`
    const person = {
      region: 'shandan',
      town,
      name,
      idNumber: first17 + checkCharacter(first17),
      residence: 'hukou',
      identities: code === undefined ? [] : [{ code, since: since ?? null }],
      otherCover: employee ? ('employee' as const) : null,
      lastCovered: 2023,
      student: 'none',
    }
    const { resident, index } = residentDocuments(cipher, person)
    const { id } = resident
    await store.insert('residents', id, resident.fields)
    await store.insert('residentIndex', index.id, index.fields)
    await store.insert('enrollments', yearId(id, 2024), {
      residentId: id,
      region: 'shandan',
      partition: partitionOf(id),
      coverageYear: 2024,
      way: 'counter',
      identity: used ?? 'none',
      paidFen: (paid ?? 0) * 100,
      paidAt: null,
      paidOn: '2023-10-12',
      coverageFrom: [],
      coverageTo: [],
      orderNumber: null,
      withdrawnAt: null,
    })
    const sealedContact = sealContact(cipher, id, { account: `62170000000000000${serial}` })
    await store.insert('contacts', id, { region: 'shandan', town, sealedContact })
  }
  const at = '2023-11-30T01:00:00.000Z'
  await store.insert('imports', 'november', {
    ...{ region: 'shandan', town: null, kind: 'civilAffairs', coverageYear: null, state: 'committed' },
    ...{ startedBy: 'shandan-bureau-1', startedAs: 'bureau', startedAt: at, changedAt: at, committedAt: at },
    ...{ parts: 1, chunks: 4, rows: 312, next: 4, place: 0, headings: [], mapping: {} },
    ...{ rounded: false, counts: nothingCounted },
    ...{ totals: [], statedTotal: null, countedTotal: 312, sealedReason: null },
    ...{ last: null, lists: 'everybody', rowsAre: 'gone', cleared: 0 },
    ...{ refusal: null, spot: null, sealedName: sealName(cipher, 'november', '名册.xlsx') },
  } satisfies ImportFields)
}

test('a month is matched, decided person by person and several at once, listed per town, taken along, and noted as paid', async () => {
  const { walk, service } = here
  await walk.open()
  await write(service)
  const bureau = await officer(here, '医保样例甲')
  await bureau.tap('每月比对')
  await bureau.sees('还没有比对过')
  await bureau.look('120-match-none')
  await bureau.tap('开始11月比对')
  await bureau.sees('民政花名册，对参保缴费记录。', '新认定　4', '身份变了　1', '不在名单了　1')
  await bureau.sees('冯示范　清泉镇', '补 250 元到一卡通，12月', '先缴全额在前，认定在后。', '130 元', '没有')
  await bureau.tap('同意，补250元，看下一人')
  await bureau.sees('先选一个理由。')
  await bureau.choose('不是同一个人')
  await bureau.tap('同意，补250元，看下一人')
  await bureau.sees('这个理由不能这样定。换一个理由。')
  await bureau.choose('两边是同一个人')
  await bureau.look('121-match-case')
  await bureau.page.keyboard.press('Tab')
  await bureau.tap('同意，补250元，看下一人')
  await bureau.sees('办好了。', '已办1人，还有3人', '褚样例　位奇镇')

  await bureau.tap('选几个人一起办')
  await bureau.choose(/^褚样例/)
  await bureau.choose(/^卫小样/)
  await bureau.choose('两边是同一个人')
  await bureau.sees('选了2人')
  await bureau.look('122-match-several')
  await bureau.tap('同意2人，共410元')
  await bureau.sees('办好了2人。', '多缴的怎么办，通知没写', '请问县医保局。')
  await bureau.tap('身份变了　1')
  await bureau.sees('沈样本　东乐镇', '今年不补，也不追回')
  await bureau.choose('两边是同一个人')
  await bureau.tap('核过了，看下一人')
  await bureau.sees('这一列都办完了')
  await bureau.tap('代缴登记　1')
  await bureau.sees('代缴 380 元，本人不用缴')
  await bureau.choose('两边是同一个人')
  await bureau.tap('同意，代缴登记，看下一人')
  await bureau.sees('这一列都办完了')
  await bureau.tap('要核对　1')
  await bureau.sees('职工医保和居民医保，只参一种')

  await bureau.tap('应补名单')
  await bureau.sees('11月应补名单', '各乡镇合计', '660 元')
  await bureau.look('123-match-owed')
  const saving = bureau.page.waitForEvent('download')
  await bureau.tap('导出表格')
  const csv = readFileSync(await (await saving).path(), 'utf8')
  expect(csv).toMatch(/^\uFEFF医保样例甲 2023-11-30/)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2 + 3)
  await bureau.sees('存好了。含身份证号和账号，用后删除。')
  await bureau.end()

  const cashier = await officer(here, '财政样例甲')
  await cashier.tap('每月比对')
  await cashier.tap('标记已发，冯示范')
  await cashier.sees('11月30日已发')
  await cashier.end()

  const clerk = await officer(here, '乡镇样例乙')
  await clerk.tap('每月比对')
  await clerk.sees('310 元', '褚样例')
  expect(await clerk.text()).not.toContain('冯示范')
  await clerk.look('124-match-town')
  await clerk.end()
})
