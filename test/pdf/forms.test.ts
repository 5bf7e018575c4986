/** 表册 on paper: everything the model says stands on it, in its order, and nothing is cut. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { createFormPress } from '../../cloudfunctions/_adapters/press/createFormPress'
import { formDefinitions } from '../../cloudfunctions/_forms/formDefinitions'
import type { FormPerson } from '../../shared/forms/fillForm'
import type { Form, FormSheet } from '../../shared/forms/form'
import { paperMm } from '../../shared/forms/paperSize'
import { withoutMissing, wordsOf } from '../../shared/forms/withoutMissing'
import { launchBrowser } from '../browser/launch'
import { outputDirectory } from '../browser/shoot'
import { sampleForm, samplePeople } from '../forms/sampleForm'
import { openPdfReader, type PdfReader } from './readPdf'

const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const press = createFormPress(fontFile)
let browser: Browser
let reader: PdfReader
beforeAll(async () => {
  browser = await launchBrowser()
  reader = await openPdfReader(browser)
})
afterAll(() => browser.close())

/** Names and addresses as registers have them, and worse. */
const nasty: readonly FormPerson[] = samplePeople([
  {
    name: '阿卜杜热合曼·买买提依明·阿布都克里木江',
    address: '旧州村委会第十五村民小组大岭脚自然村东头第三户门牌一百二十三号（原供销社宿舍）附一号',
  },
  { name: '王𬱖', address: '=HYPERLINK("A1")' },
  { name: '+甲 乙', address: 'No. 1, A-very-long-word-that-does-not-fit-into-any-column-of-a-form-at-all' },
  { name: '@丙', address: '"引号"，<尖括号>&和号', evidence: '证明第7号'.repeat(30) },
])

const plain = (text: string): string => text.replace(/\s/g, '')

/** What a reader finds on one sheet's pages, from the titles to the boxes. */
function expected(sheet: FormSheet): string[] {
  const fields = (some: FormSheet['head']) => some.map(({ label, text }) => `${label}：${text}`)
  return [
    ...sheet.titles,
    ...fields(sheet.head),
    ...sheet.facts.map(({ label, text }) => label + text),
    sheet.columns.map(({ title }) => title).join(''),
    ...[...sheet.rows, ...(sheet.total ? [sheet.total] : [])].map((cells) => cells.join('')),
    ...sheet.notes,
    ...fields(sheet.foot),
    ...[...sheet.boxes].reverse().map(({ label }) => label),
  ].map(plain)
}

async function onPaper(name: string, form: Form) {
  const read = await reader.read(await press.pdf(form))
  mkdirSync(join(outputDirectory, 'pages'), { recursive: true })
  writeFileSync(join(outputDirectory, 'pages', `form-${name}.png`), read.png)
  return read
}

/** Every part, one after the other: what stands between two of them is the head and the foot of a page. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts) {
    const found = text.indexOf(part, at)
    if (found < 0)
      throw new Error(`“${part}” is not on the paper after ${text.slice(Math.max(0, at - 40), at)}`)
    at = found + part.length
  }
}

test.each(formDefinitions.map(({ key }) => key))('%s says on paper what the model says', async (key) => {
  const form = sampleForm(key, nasty, { blankRows: 2, source: '通知没有印这张表。' })
  const { texts, size, pages, title } = await onPaper(key, form)
  const { width, height } = paperMm(form.paper)
  expect(size.map((points) => Math.round((points * 25.4) / 72))).toEqual([width, height])
  expect(title).toBe(form.name)
  expectInOrder(plain(texts.join('')), form.sheets.flatMap(expected))
  texts.forEach((text, index) => {
    expect(plain(text)).toContain(plain(`${form.watermark}第${index + 1}页共${pages}页`))
  })
})

test('a long list repeats its head on every page, and the boxes come once, at its end', async () => {
  const people = samplePeople(Array.from({ length: 60 }, () => ({})))
  const form = sampleForm('pubeiAnnex4', people)
  const { texts, pages } = await onPaper('long', form)
  expect(pages).toBeGreaterThan(3)
  const head = plain(form.sheets[0]?.columns.map(({ title }) => title).join('') ?? '')
  expect(texts.slice(0, -1).every((text) => plain(text).includes(head))).toBe(true)
  const boxes = texts.map((text) => text.includes('填报单位（盖章）\n') || /填报单位（盖章）$/m.test(text))
  expect(boxes.filter(Boolean)).toHaveLength(1)
  expect(boxes.at(-1)).toBe(true)
})

test('a text higher than a page goes on on the next one, and A3 is A3', async () => {
  const address = '旧州村'.repeat(170) + '最后一个字'
  const form = sampleForm('pubeiAnnex2', samplePeople([{ evidence: address }, {}]))
  const { texts, pages } = await onPaper('high', form)
  expect(pages).toBeGreaterThan(1)
  const words = plain(texts.join(''))
  expect(words.match(/旧州村/g)).toHaveLength(170)
  expect(words).toMatch(/最后一个字/)
  const large = { ...form, paper: { size: 'A3', orientation: 'landscape' } as const }
  const { size } = await onPaper('a3', large)
  expect(size.map((points) => Math.round((points * 25.4) / 72))).toEqual([420, 297])
})

test('what the font does not have is marked, and the paper says what the mark means', async () => {
  const [rare = ''] = await press.missing('王\u{2ebf0}')
  expect(rare).not.toBe('')
  const form = sampleForm('pubeiAnnex2', samplePeople([{ name: `王${rare}` }]))
  const marked = withoutMissing(form, await press.missing(wordsOf(form)), '“〓”为字库没有的字。')
  const { text } = await onPaper('rare', marked)
  expect(text).toContain('王〓')
  expect(text).toContain('“〓”为字库没有的字。')
  expect(form.sheets[0]?.rows[0]?.[2]).toBe(`王${rare}`)
})
