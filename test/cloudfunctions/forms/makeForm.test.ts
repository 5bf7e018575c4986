/** 表册: made of the county's records, by the town for its own people; looked at, printed and cleared away again. */
import { randomUUID } from 'node:crypto'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { clearForms } from '../../../cloudfunctions/_forms/clearForms'
import { mostPeople } from '../../../cloudfunctions/_forms/gatherChunk'
import { formChunkId, type FormFields } from '../../../cloudfunctions/_forms/formRecord'
import { sealContact, type Contact } from '../../../cloudfunctions/_residents/contactRecord'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import type { RequestOf } from '../../../shared/contracts/contract'
import { ListForms, ListVillages, PrepareForm, PreviewForm, TakeForm } from '../../../shared/contracts/forms'
import { NoteSpecial } from '../../../shared/contracts/specialNotes'
import { loadTables } from '../../../shared/policy/loadTables'
import { lookedAt } from '../world/lookedAt'
import { replyOf, startWorld, type World } from '../world/startWorld'

const region = 'pubei'
const coverageYear = 2020
const town = '泉水镇'
const village = '旧州村'

let world: World
let clerk: Awaited<ReturnType<World['staff']>>
let otherClerk: typeof clerk
let bureau: typeof clerk
beforeAll(async () => {
  world = await startWorld('2019-11-20T04:00:00Z')
  world.service.policies = servePolicies(loadTables('shared/policy/tables'))
  clerk = await world.staff('clerk', { region, town })
  otherClerk = await world.staff('clerk', { region, town: '石埭镇' })
  bureau = await world.staff('bureau', { region })
})
afterAll(() => world.stop())

const poor = [{ code: 'registeredPoor/lifted2016', since: null }]

async function resident(known: Partial<RosterPerson> = {}, contact: Contact = {}) {
  const person = await world.addPerson({
    region,
    town,
    village,
    lastCovered: 2019,
    otherCover: 'none',
    ...known,
  })
  const sealedContact = sealContact(world.service.cipher, person.residentId, contact)
  await world.store.insert('contacts', person.residentId, { region, town: person.town, sealedContact })
  return person
}

async function enrolled(residentId: string, changes: Partial<EnrollmentFields> = {}) {
  const fields: EnrollmentFields = {
    residentId,
    region,
    partition: partitionOf(residentId),
    coverageYear,
    way: 'counter',
    identity: 'none',
    paidFen: 25_000,
    paidAt: null,
    paidOn: '2019-11-02',
    coverageFrom: [],
    coverageTo: [],
    orderNumber: null,
    withdrawnAt: null,
    ...changes,
  }
  await world.store.insert('enrollments', yearId(residentId, coverageYear), fields)
}

type Wanted = RequestOf<typeof PrepareForm>
const wanted = (changes: Partial<Wanted>): Wanted => ({
  key: randomUUID(),
  form: 'pubeiAnnex4',
  town,
  village,
  from: null,
  to: null,
  filled: true,
  blankRows: 0,
  ...changes,
})

async function made(ask: typeof clerk, changes: Partial<Wanted> = {}) {
  const { formId, state, people } = replyOf(await ask(PrepareForm, wanted(changes)))
  expect(state).toBe('ready')
  const preview = replyOf(await ask(PreviewForm, { formId }))
  expect(preview.people).toBe(people)
  return { formId, people, preview, rows: preview.form.sheets.flatMap((sheet) => sheet.rows) }
}

const events = async (formId: string) => {
  const { documents } = await world.store.find('auditEvents', {
    where: { object: `forms/${formId}` },
    sort: { field: 'at', order: 'ascending' },
    limit: 20,
  })
  return documents.map(({ fields }) => [fields.actor, fields.action])
}

test('缴费清册: who has paid, between two days, with the whole number and the telephone, by where they live', async () => {
  const one = await resident({ village: '分册村' }, { address: '分册村10号', phone: '00000000010' })
  const two = await resident({ village: '分册村' }, { address: '分册村2号' })
  const back = await resident({ village: '分册村' })
  const free = await resident({ village: '分册村' })
  await enrolled(one.residentId)
  await enrolled(two.residentId, { paidOn: '2019-11-09', way: 'wechat' })
  await enrolled(back.residentId, { withdrawnAt: '2019-11-10T00:00:00Z' })
  await enrolled(free.residentId, { paidFen: 0, way: 'onBehalf' })
  const { rows, preview } = await made(clerk, { village: '分册村' })
  expect(rows).toEqual([
    ['1', '', two.name, two.idNumber, '', '250.00', '', '2019-11-09', '', '微信缴费'],
    ['2', '', one.name, one.idNumber, '00000000010', '250.00', '', '2019-11-02', '', '柜台缴费'],
  ])
  expect(preview.form.sheets[0]?.titles).toEqual(['泉水镇分册村委（社区）2020年度基本医疗人员缴费清册'])
  expect(preview.form.watermark).toMatch(/^样例经办 2019-11-20 12:/)
  const days = await made(clerk, { village: '分册村', from: '2019-11-09', to: '2019-11-09' })
  expect(days.rows.map(([, , name]) => name)).toEqual([two.name])
  const blank = await made(clerk, { village: '分册村', filled: false, blankRows: 3 })
  expect(blank.rows.map((row) => row.join(''))).toEqual(['1', '2', '3'])
})

test('附件2、附件3: of the registered poor alone, from what the town has noted and the rosters say', async () => {
  const away = await resident({ identities: poor, village: '附件村' }, { address: '附件村1号' })
  const elsewhere = await resident({ identities: poor, village: '附件村' }, { address: '附件村2号' })
  const employed = await resident(
    { identities: poor, village: '附件村', otherCover: 'employee' },
    { address: '附件村3号' },
  )
  const notPoor = await resident({ village: '附件村' })
  const note = { coverageYear, evidence: '村委会证明第7号', scheme: null, insuredAt: null }
  for (const { residentId } of [away, notPoor])
    replyOf(await clerk(NoteSpecial, { ...note, residentId, group: 'imprisoned' }))
  const insured = { group: 'insuredElsewhere', scheme: 'resident', insuredAt: '样例中学' } as const
  replyOf(await clerk(NoteSpecial, { ...note, ...insured, residentId: elsewhere.residentId }))
  const two = await made(clerk, { form: 'pubeiAnnex2', village: '附件村' })
  expect(two.rows).toEqual([['1', '', away.name, away.idNumber, '附件村1号', '判刑收监', '村委会证明第7号']])
  const three = await made(bureau, { form: 'pubeiAnnex3', village: '附件村' })
  expect(three.rows).toEqual([
    ['1', '', elsewhere.name, elsewhere.idNumber, '附件村2号', '城乡医保', '样例中学', ''],
    ['2', '', employed.name, employed.idNumber, '附件村3号', '职工医保', '', ''],
  ])
})

test('参保资助花名册、全额资助证明: what the notice gives, and blank where it states no sum', async () => {
  const part = await resident(
    { identities: poor, village: '资助村' },
    { address: '1号', account: '0000000000000000007' },
  )
  const full = await resident(
    { identities: [{ code: 'extremePoverty', since: null }], village: '资助村' },
    { address: '2号' },
  )
  const open = await resident(
    { identities: [{ code: 'warVeteran', since: null }], village: '资助村' },
    { address: '3号' },
  )
  await resident({ village: '资助村' })
  await resident({ identities: poor, village: '资助村', otherCover: 'employee' })
  await enrolled(part.residentId, { identity: 'registeredPoor/lifted2016' })
  const roster = await made(clerk, { form: 'subsidyRoster', village: '资助村' })
  expect(roster.rows.map((row) => [row[1], row[5], row[7], row[8], row[9]])).toEqual([
    [part.name, '建档立卡贫困人口2016年脱贫户', '150.00', '0000000000000000007', '已参保'],
    [full.name, '特困人员', '250.00', '', '还没参保'],
    [open.name, '参战人员', '', '', '还没参保；金额通知未载明'],
  ])
  expect(roster.preview.form.sheets[0]?.total?.[7]).toBe('400.00')
  const { preview } = await made(clerk, { form: 'fullSubsidyCertificate', village: '资助村' })
  expect(preview.form.sheets.map(({ facts }) => facts.map(({ text }) => text))).toEqual([
    [full.name, full.idNumber, town, '2号', '特困人员', '2020', '250.00', '250.00', '还没参保'],
  ])
})

test('送税务的名册 has who is still to pay, each with their own sum; 代缴花名册 who was registered without the tax office', async () => {
  const home = { village: '征缴村' }
  const none = await resident({ ...home, identities: [] }, { address: '1号' })
  const part = await resident({ ...home, identities: poor }, { address: '2号' })
  const unsaid = await resident({ ...home, identities: null }, { address: '3号' })
  const full = [{ code: 'extremePoverty', since: null }]
  await resident({ ...home, identities: full }, { address: '4号' })
  const registered = await resident({ ...home, identities: full }, { address: '5号' })
  await resident({ ...home, identities: [], otherCover: 'employee' })
  const paid = await resident({ ...home, identities: [] })
  await enrolled(registered.residentId, { way: 'onBehalf', identity: 'extremePoverty', paidFen: 25_000 })
  await enrolled(paid.residentId)
  const register = await made(clerk, { form: 'taxRegister', village: '征缴村' })
  // In 浦北 a part is paid back later, so all of it is collected; of whom no roster has said anything, the sum is left open.
  expect(register.rows.map((row) => [row[1], row[6]])).toEqual([
    [none.name, '250.00'],
    [part.name, '250.00'],
    [unsaid.name, ''],
  ])
  expect(register.preview.form.sheets[0]?.total?.[6]).toBe('500.00')
  const behalf = await made(clerk, { form: 'paidOnBehalfRoster', village: '征缴村' })
  expect(behalf.rows.map((row) => [row[1], row[5]])).toEqual([[registered.name, '250.00']])
})

test('登记表 has those who are not enrolled, a page for each household; 分村登记表 those who are', async () => {
  const household = '分户村7'
  const home = { village: '分户村', household }
  const one = await resident(home, { address: '分户村7号', phone: '00000000007' })
  const two = await resident(home, { address: '分户村7号' })
  const alone = await resident({ village: '分户村' }, { address: '分户村8号' })
  const paid = await resident(home)
  await enrolled(paid.residentId)
  const { preview } = await made(clerk, { form: 'registrationForm', village: '分户村', blankRows: 1 })
  expect(preview.form.sheets.map(({ rows }) => rows.map(([, name]) => name))).toEqual([
    [...[one.name, two.name].sort(new Intl.Collator('zh-Hans-CN').compare), ''],
    [alone.name, ''],
  ])
  const sheet = await made(clerk, { form: 'villageSheet', village: '分户村' })
  expect(sheet.rows.map(([, name]) => name)).toEqual([paid.name])
  expect(sheet.preview.form.sheets[0]?.boxes.map(({ label }) => label)).toEqual([
    '村民委员会（盖章）',
    '乡镇人民政府（盖章）',
  ])
})

test('a clerk makes forms of the own town only; another one’s town and village are as absent as none', async () => {
  const theirs = await resident({ town: '石埭镇', village: '邻镇村' })
  await enrolled(theirs.residentId)
  expect(replyOf(await clerk(ListForms, {})).towns).toEqual([town])
  expect(replyOf(await bureau(ListForms, {})).towns.slice(0, 2)).toEqual([town, '石埭镇'])
  for (const none of ['石埭镇', '没有镇', null]) {
    expect(replyOf(await clerk(ListVillages, { town: none }))).toEqual({ villages: [] })
    expect(await clerk(PrepareForm, wanted({ town: none }))).toEqual({
      kind: 'refused',
      refusal: 'townUnknown',
    })
  }
  expect(replyOf(await otherClerk(ListVillages, { town: '石埭镇' }))).toEqual({ villages: ['邻镇村'] })
  const told = []
  for (const none of ['邻镇村', '没有村']) {
    const { formId, ...rest } = replyOf(await clerk(PrepareForm, wanted({ village: none })))
    const { form } = replyOf(await clerk(PreviewForm, { formId }))
    told.push(JSON.stringify([rest, form.sheets[0]?.rows]))
  }
  expect(new Set(told)).toEqual(new Set([JSON.stringify([{ state: 'ready', looked: 0, people: 0 }, []])]))
  expect((await made(bureau, { town: '石埭镇', village: '邻镇村' })).people).toBe(1)
})

test('a form is its maker’s alone, and every look at it is in the audit log before it is handed out', async () => {
  const paid = await resident({ village: '审计村' })
  await enrolled(paid.residentId)
  const { formId } = await made(clerk, { village: '审计村' })
  for (const ask of [otherClerk, bureau, await world.staff('clerk', { region, town })]) {
    expect(await ask(PreviewForm, { formId })).toEqual({ kind: 'refused', refusal: 'notFound' })
    expect(await ask(TakeForm, { formId, as: 'pdf', volume: 1 })).toEqual({
      kind: 'refused',
      refusal: 'notFound',
    })
  }
  const pdf = replyOf(await clerk(TakeForm, { formId, as: 'pdf', volume: 1 }))
  expect(pdf.fileName).toBe('村委（社区）缴费清册-2020.pdf')
  expect(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  const { content } = replyOf(await clerk(TakeForm, { formId, as: 'xlsx', volume: 1 }))
  expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK')
  expect(await clerk(TakeForm, { formId, as: 'pdf', volume: 2 })).toMatchObject({ refusal: 'notFound' })
  expect((await events(formId)).map(([, action]) => action)).toEqual([
    'formGathered',
    'formSeen',
    'formPrinted',
    'formDownloaded',
  ])
  expect(JSON.stringify(world.lines)).not.toContain(paid.idNumber)
  const auditor = await world.staff('auditor', { region })
  expect(await lookedAt(auditor, '2019-11-20', paid.residentId)).toEqual([
    'formDownloaded',
    'formPrinted',
    'formSeen',
  ])
})

test('what is wrong with a request is said, and the same key makes the same form', async () => {
  expect(await clerk(PrepareForm, wanted({ form: 'noSuchForm' }))).toMatchObject({ refusal: 'unknownForm' })
  expect(await clerk(PrepareForm, wanted({ village: null }))).toMatchObject({ refusal: 'villageMissing' })
  const request = wanted({})
  const first = replyOf(await clerk(PrepareForm, request))
  expect(replyOf(await clerk(PrepareForm, request))).toEqual(first)
  expect(await clerk(PrepareForm, { ...request, blankRows: 1 })).toMatchObject({ refusal: 'otherForm' })
})

test('whoever is cut off goes on where the last call ended, and nobody stands there twice', async () => {
  const people = []
  for (let i = 0; i < 205; i += 1) people.push(await resident({ village: '续办村' }))
  for (const { residentId } of people) await enrolled(residentId)
  const now = jest.spyOn(performance, 'now')
  let calls = 0
  now.mockImplementation(() => (calls += 5000))
  const request = wanted({ form: 'villageSheet', village: '续办村' })
  const begun = replyOf(await clerk(PrepareForm, request))
  expect(begun).toMatchObject({ state: 'gathering', looked: 0 })
  expect(await clerk(PreviewForm, { formId: begun.formId })).toMatchObject({ refusal: 'notNow' })
  now.mockRestore()
  expect(replyOf(await clerk(PrepareForm, request))).toMatchObject({
    state: 'ready',
    looked: 205,
    people: 205,
  })
  const { form, people: all } = replyOf(await clerk(PreviewForm, { formId: begun.formId }))
  expect(all).toBe(205)
  expect(form.sheets[0]?.rows).toHaveLength(20)
  expect(form.sheets[0]?.total?.[7]).toBe('51250.00')
})

test('more people than one form takes is told, and after a day nothing of a form is left', async () => {
  const request = wanted({ village: '续办村' })
  const { formId } = replyOf(await clerk(PrepareForm, request))
  const standing = await world.store.get<FormFields>('forms', formId)
  if (!standing) throw new Error('no form')
  const fields = { ...standing.fields, state: 'gathering', cursor: null, people: mostPeople }
  await world.store.replace('forms', formId, standing.revision, fields)
  expect(replyOf(await clerk(PrepareForm, request)).state).toBe('tooLong')
  expect(await clerk(PreviewForm, { formId })).toMatchObject({ refusal: 'notNow' })

  world.later(24 * 60 + 1)
  // A round that is stopped at the first rows it comes to.
  const dying = { ...world.store, replace: () => Promise.reject(new Error('stopped')) }
  await expect(clearForms({ ...world.service, store: dying })).rejects.toThrow('stopped')
  const { cleared } = await clearForms(world.service)
  expect(cleared).toBeGreaterThan(0)
  for (let again = cleared; again > 0;) ({ cleared: again } = await clearForms(world.service))
  const { documents } = await world.store.find<FormFields>('forms', {
    where: {},
    sort: { field: 'startedAt', order: 'ascending' },
    limit: 100,
  })
  expect(new Set(documents.map((form) => form.fields.state))).toEqual(new Set(['cleared']))
  const chunks = documents.flatMap(({ id, fields }) =>
    Array.from({ length: fields.chunks }, (_none, chunk) => formChunkId(id, chunk)),
  )
  expect(chunks).toContain(formChunkId(formId, 0))
  for (const id of chunks) expect((await world.store.get('formRows', id))?.fields).toEqual({ sealed: null })
})
