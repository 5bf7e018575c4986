/** 表册: the offices look at a form, print it and take it along as a workbook; on paper stands what stood on the screen. */
import { readFileSync } from 'node:fs'
import { sealContact } from '../../cloudfunctions/_residents/contactRecord'
import { yearId, type EnrollmentFields } from '../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../cloudfunctions/_residents/partition'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import { readRoster } from '../../cloudfunctions/_rosters/readRoster'
import type { Cell } from '../../cloudfunctions/_rosters/rosterFile'
import { plainPerson } from '../cloudfunctions/world/startWorld'
import { openPdfReader } from '../pdf/readPdf'
import { officer } from './officer'
import { setting } from './setting'
import type { Walk } from './walk'

const here = setting('2019-11-20')
const place = { region: 'pubei', town: '泉水镇', village: '旧州村' }

/** So many people of the village who have paid at a counter. */
async function village(people: number): Promise<string[]> {
  const { store, cipher } = here.service.running.ports
  const numbers: string[] = []
  for (let i = 0; i < people; i += 1) {
    const person = {
      ...plainPerson(),
      ...place,
      household: `旧州村${i}`,
      lastCovered: 2019,
      identities: [{ code: 'extremePoverty', since: null }],
    }
    const { resident, index } = residentDocuments(cipher, person)
    await store.insert('residents', resident.id, resident.fields)
    await store.insert('residentIndex', index.id, index.fields)
    const contact = {
      address: `旧州村委会第${i + 1}村民小组大岭脚自然村${i + 1}号`,
      phone: `000${String(i).padStart(8, '0')}`,
    }
    await store.insert('contacts', resident.id, {
      region: 'pubei',
      town: place.town,
      sealedContact: sealContact(cipher, resident.id, contact),
    })
    await store.insert('enrollments', yearId(resident.id, 2020), enrollment(resident.id))
    numbers.push(person.idNumber)
  }
  return numbers
}

const enrollment = (residentId: string): EnrollmentFields => ({
  residentId,
  region: 'pubei',
  partition: partitionOf(residentId),
  coverageYear: 2020,
  way: 'counter',
  identity: 'none',
  paidFen: 25_000,
  paidAt: null,
  paidOn: '2019-11-02',
  coverageFrom: [],
  coverageTo: [],
  orderNumber: null,
  withdrawnAt: null,
})

async function taken(desk: Walk, button: string): Promise<Buffer> {
  const saving = desk.page.waitForEvent('download')
  await desk.tap(button)
  const file = await (await saving).path()
  await desk.sees('存好了。打开就能打印、盖章。')
  return readFileSync(file)
}

test('浦北附件4: chosen, looked at, printed and downloaded, each the same', async () => {
  await here.walk.open()
  const numbers = await village(24)
  const desk = await officer(here, '医保范例甲')
  await desk.tap('表册')
  await desk.sees('2020年度的表册', '栏目照通知印的。')
  await desk.look('150-desk-forms')
  await desk.page.getByLabel('哪张表').selectOption('村委（社区）缴费清册')
  await desk.tap('先看一看')
  await desk.sees('先选乡镇，再看。')
  await desk.page.getByLabel('乡镇', { exact: true }).selectOption('泉水镇')
  await desk.page.getByLabel('村（社区）').selectOption('旧州村')
  await desk.tap('先看一看')
  await desk.sees(
    '泉水镇旧州村委（社区）2020年度基本医疗人员缴费清册',
    '一共24人。',
    numbers[0] ?? '',
    '填报单位（盖章）',
  )
  await desk.look('151-desk-forms-preview')
  const pdf = await taken(desk, '打印（PDF）')
  const reader = await openPdfReader(here.browser)
  const { texts, size, title } = await reader.read(pdf)
  await reader.close()
  expect([size.map(Math.round), title]).toEqual([[842, 595], '村委（社区）缴费清册'])
  for (const number of numbers) expect(texts.join('')).toContain(number)
  expect(texts.at(-1)).toContain(`第 ${texts.length} 页 共 ${texts.length} 页`)
  const rows: Cell[][] = []
  await readRoster(await taken(desk, '下载Excel'), ({ cells }) => rows.push(cells))
  expect(rows.filter(([, , , number]) => numbers.includes(String(number)))).toHaveLength(24)
  await desk.end()
})

test('a town’s clerk has one town, makes a certificate for each person, and blank forms; by keyboard alone', async () => {
  await here.walk.open()
  await village(3)
  const desk = await officer(here, '乡镇范例甲')
  await desk.tap('表册')
  await desk.sees('哪张表')
  expect(await desk.page.getByLabel('乡镇', { exact: true }).count()).toBe(0)
  await desk.page.getByLabel('哪张表').selectOption('全额资助证明')
  await desk.sees('通知没有印这张表。')
  await desk.tap('先看一看')
  await desk.sees('浦北县2020年度基本医疗保险个人缴费全额资助证明', '一共3人。', '经办单位（盖章）')
  await desk.look('152-desk-forms-certificate')
  const focusOn = async (name: string) => {
    for (let i = 0; i < 40; i += 1) {
      await desk.page.keyboard.press('Tab')
      const spoken = await desk.page.evaluate(() => {
        const on = document.activeElement
        return on?.id === '' ? (on.getAttribute('aria-label') ?? '') : (on?.id ?? '')
      })
      if (spoken === name) return
    }
    throw new Error(`${name} is out of the keyboard's reach`)
  }
  await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await focusOn('form')
  await desk.page.keyboard.press('End')
  await focusOn('填上记录里的人')
  await desk.page.keyboard.press('ArrowDown')
  await focusOn('先看一看')
  await desk.page.keyboard.press('Enter')
  await desk.sees('城乡居民基本医疗保险参保登记表', '没有人，留着手写。', '本人（监护人）签字')
  await desk.look('153-desk-forms-blank')
  await desk.end()
})
