/** 打印的参保记录, looked at as whoever holds the paper would, and its code as whoever scans it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { checkCertificate } from '../../cloudfunctions/certificate-check/checkCertificate'
import type { EnrollmentFields } from '../../cloudfunctions/_residents/enrollmentRecord'
import { yearId } from '../../cloudfunctions/_residents/enrollmentRecord'
import type { Relation } from '../../shared/contracts/fields'
import { Identify } from '../../shared/contracts/identify'
import { PrintRecord } from '../../shared/contracts/printRecord'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { launchBrowser } from '../browser/launch'
import { outputDirectory } from '../browser/shoot'
import { opened, payer, payerOf } from '../cloudfunctions/world/payer'
import { replyOf, startWorld, type World } from '../cloudfunctions/world/startWorld'
import { openPdfReader, type PdfReader } from './readPdf'

let browser: Browser
let reader: PdfReader
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  reader = await openPdfReader(browser)
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

type Payer = Awaited<ReturnType<typeof payer>>

async function pay(one: Payer): Promise<string> {
  const { orderNumber, prepayId } = opened(await one.start())
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  return orderNumber
}

/** Somebody of rivertown who has paid for themselves. */
async function enrolled(
  openId: string,
  known: Parameters<typeof payer>[2] = {},
  relation: Relation = 'self',
) {
  const one = await payer(world, openId, known, relation)
  return { ...one, orderNumber: await pay(one) }
}

const year = { coverageYear: 2031 }

async function printed(one: Pick<Payer, 'ask' | 'residentId'>, name = 'record') {
  const reply = replyOf(await one.ask(PrintRecord, { residentId: one.residentId, ...year }))
  const pdf = Buffer.from(reply.pdf, 'base64')
  const read = await reader.read(pdf)
  mkdirSync(join(outputDirectory, 'pdf'), { recursive: true })
  writeFileSync(join(outputDirectory, 'pdf', `${name}.pdf`), pdf)
  writeFileSync(join(outputDirectory, 'pdf', `${name}.png`), read.png)
  return { ...read, bytes: pdf.length, fileName: reply.fileName }
}

const check = (code: string | undefined, source = '192.0.2.1') =>
  checkCertificate({ token: code?.split('/').at(-1) ?? '', source }, world.service)

/** What the enrollment's order says once its money is back. */
async function withdraw(residentId: string): Promise<void> {
  const id = yearId(residentId, 2031)
  const standing = await world.store.get<EnrollmentFields>('enrollments', id)
  if (!standing) throw new Error('not enrolled')
  const withdrawnAt = world.service.clock.now()
  await world.store.replace('enrollments', id, standing.revision, { ...standing.fields, withdrawnAt })
}

test('one A4 page says whose, which year, from when to when, what was paid, and what it is not', async () => {
  const one = await enrolled('o-1', { identities: [{ code: 'ruralDibao', since: null }] })
  const { text, pages, size, title, bytes, fileName } = await printed(one)
  expect({ pages, title, fileName }).toEqual({
    pages: 1,
    title: '参保记录（演示）',
    fileName: 'canbao-2031.pdf',
  })
  expect(size.map(Math.round)).toEqual([595, 842])
  expect(bytes).toBeLessThan(100 * 1024)
  const { name, idNumber } = one.person
  for (const words of [
    name,
    maskIdNumber(idNumber),
    '河样县',
    '2031年度',
    '2031年1月1日到2031年12月31日',
    '130.00 元',
    one.orderNumber,
    '2030年11月20日',
    '不是医保局开的参保缴费凭证',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain(idNumber)
  expect(text).not.toMatch(/低保|资助/)
})

test('the code holds an address and a token of 128 bits, nothing about the person; printed again it is the same', async () => {
  const one = await enrolled('o-1')
  const { code } = await printed(one)
  expect(code).toMatch(new RegExp(`^${world.origin}/certificate/[0-9a-f]{32}$`))
  expect((await printed(one)).code).toBe(code)
  const other = await enrolled('o-2')
  expect((await printed(other)).code).not.toBe(code)
})

test('valid while the enrollment stands; withdrawn, made up, cut short or empty it is the same answer to the byte', async () => {
  const one = await enrolled('o-1')
  const { code } = await printed(one)
  const valid = await check(code)
  expect(valid).toMatchObject({ status: 200 })
  expect(valid.body).toContain('有效')
  expect(valid.body).not.toContain(one.person.name)
  expect(valid.body).not.toMatch(/2031|河样县/)

  await withdraw(one.residentId)
  const withdrawn = await check(code)
  expect(withdrawn.body).toContain('无效')
  for (const forged of [
    '/0123456789abcdef0123456789abcdef',
    code?.slice(0, -1),
    '/',
    '/__proto__',
    undefined,
  ])
    expect(await check(forged)).toEqual(withdrawn)
})

test('a year that was paid anew makes the old paper no valid one', async () => {
  const one = await enrolled('o-1')
  const { code } = await printed(one)
  const id = yearId(one.residentId, 2031)
  const standing = await world.store.get<EnrollmentFields>('enrollments', id)
  await world.store.replace('enrollments', id, standing?.revision ?? 0, {
    ...standing?.fields,
    orderNumber: 'ANOTHERORDER',
  })
  expect((await check(code)).body).toContain('无效')
})

test('guessing is counted by where it comes from, and stops; whoever holds a valid paper is not counted', async () => {
  const one = await enrolled('o-1')
  const { code } = await printed(one)
  for (let i = 0; i < 12; i++) expect((await check(code, '192.0.2.9')).status).toBe(200)
  const answers: number[] = []
  for (let i = 0; i < 10; i++) answers.push((await check(`/${i}`.padEnd(33, 'f'), '192.0.2.9')).status)
  expect(answers).toEqual([...Array<number>(8).fill(200), 429, 429])
  expect((await check(code, '192.0.2.10')).status).toBe(200)
  world.later(60)
  expect((await check(code, '192.0.2.9')).status).toBe(200)
})

test('no line of the log holds a token', async () => {
  const one = await enrolled('o-1')
  const { code } = await printed(one)
  await check(code)
  const token = code?.split('/').at(-1) ?? ''
  expect(JSON.stringify(world.lines)).not.toContain(token)
  expect(await world.store.get('certificates', token)).toBeUndefined()
})

test('a proxy prints what they paid, and no more than that; one who did not pay prints nothing', async () => {
  const person = await world.addPerson({ identities: [{ code: 'ruralDibao', since: null }] })
  const child = await payerOf(world, 'o-child', { ...person, relation: 'child' })
  await pay(child)
  const { text } = await printed(child, 'record-proxy')
  expect(text).toContain('130.00 元')
  expect(text).not.toMatch(/低保|资助/)
  const stranger = world.as('o-stranger')
  await stranger(Identify, { ...person, relation: 'other' })
  const asked = { residentId: person.residentId, ...year }
  expect(await stranger(PrintRecord, asked)).toMatchObject({ kind: 'refused', refusal: 'notTold' })
  const nobody = world.as('o-nobody')
  expect(await nobody(PrintRecord, asked)).toMatchObject({ kind: 'refused', refusal: 'notFound' })
})

test('without an enrollment there is nothing to print', async () => {
  const one = await payer(world, 'o-1')
  expect(await one.ask(PrintRecord, { residentId: one.residentId, ...year })).toMatchObject({
    kind: 'refused',
    refusal: 'notEnrolled',
  })
})

test('a character the font does not have is printed as 〓, and the page says so', async () => {
  const one = await enrolled('o-1', { name: '王𠮷样' })
  const { text } = await printed(one, 'record-rare')
  expect(text).toContain('王〓样')
  expect(text).toContain('以身份证为准')
  expect((await printed(await enrolled('o-2', { name: '李镕𬱖' }), 'record-rare-2')).text).toMatch(
    /李镕(𬱖|〓)/,
  )
})

test('a name as long as they come stays on one page and off the code', async () => {
  const one = await enrolled('o-1', { name: '阿卜杜热合曼·买买提依明·'.repeat(3) })
  const { pages, code } = await printed(one, 'record-long')
  expect(pages).toBe(1)
  expect(code).toContain('/certificate/')
})
