/** Attacks with rosters (payments.md, attack list): files that are not what they seem, sent to the running service over HTTP. */
import { randomUUID } from 'node:crypto'
import { checkCharacter } from '../../shared/identity/idNumber'
import { staffAsk } from './staffAsk'
import { startTarget, type Target } from './target'
import { importSteps, type Ask } from '../cloudfunctions/imports/importSteps'
import { chunkId } from '../../cloudfunctions/_imports/importRecord'
import { CommitImport } from '../../shared/contracts/commitImport'
import { ImportRejects } from '../../shared/contracts/importRejects'
import { UndoImport } from '../../shared/contracts/undoImport'
import { makeWorkbook, type Made } from '../cloudfunctions/rosters/makeWorkbook'
import { makeZip } from '../cloudfunctions/rosters/makeZip'

let target: Target
let bureau: Ask
beforeAll(async () => {
  target = await startTarget('2023-11-20')
  bureau = await staffAsk(target.service.origin, 'shandan-bureau-1')
})
afterAll(() => target.stop())

const headings = ['姓名', '身份证号码', '人员类别']
const someone = ['王样例', '620799196104120123', '孤儿']
const book = (made: Made) => makeWorkbook([headings, someone], made)
const sheet = (data: string) => book({ entries: [{ name: 'xl/worksheets/sheet1.xml', data }] })
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};">`).join(
  '',
)
const millionRows = Array.from(
  { length: 1_048_576 },
  (_, i) => `<row><c><v>${(i * 7919) % 999_983}</v></c></row>`,
)
const million = () => `<worksheet><sheetData>${millionRows.join('')}</sheetData></worksheet>`

const numberOf = (i: number): string => {
  const first17 = `62999919800101${String(i).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

test.each<[string, string, () => Buffer]>([
  ['a bomb of a sheet', 'zipBomb', () => sheet(`<worksheet>${' '.repeat(30_000_000)}</worksheet>`)],
  [
    'a bomb that calls itself small',
    'zipBomb',
    () =>
      book({
        entries: [
          {
            name: 'xl/sharedStrings.xml',
            data: `<sst>${'<si/>'.repeat(4_000_000)}</sst>`,
            claims: { inflated: 900 },
          },
        ],
      }),
  ],
  ['a million rows', 'tooManyRows', () => sheet(million())],
  [
    'entities that laugh',
    'declarations',
    () => sheet(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`),
  ],
  [
    'a file of the machine as an entity',
    'declarations',
    () => sheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
  ],
  ['macros', 'macros', () => book({ entries: [{ name: 'xl/vbaProject.bin', data: 'x' }] })],
  [
    'an entry that climbs out',
    'unsafeNames',
    () => book({ entries: [{ name: '../../out.xml', data: 'x' }] }),
  ],
  [
    'a password',
    'encrypted',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  [
    'a computed cell',
    'formula',
    () => makeWorkbook([headings, [{ xml: '<c r="@"><f>HYPERLINK("http://a")</f><v>1</v></c>' }]]),
  ],
  [
    'a CSV that would compute',
    'formula',
    () => Buffer.from(`${headings.join()}\n=HYPERLINK("http://a"),1,孤儿`),
  ],
  ['a zip within a zip', 'notAWorkbook', () => makeZip([{ name: 'a.xlsx', data: book({}) }])],
])('%s is refused by its name, and the service goes on', async (_, refusal, file) => {
  const read = await importSteps(bureau).read('civilAffairs', file())
  expect(read).toMatchObject({ state: 'refused', refusal, rows: 0 })
  expect(await target.documents('importRows', 'sealed')).toEqual([])
})

test('an ID number in a number’s cell is rejected by row and column, and =HYPERLINK comes back as a text', async () => {
  const steps = importSteps(bureau)
  const file = makeWorkbook([
    headings,
    ['王样例', 620799196104120123, '孤儿'],
    ['=HYPERLINK("http://a")', '1', '孤儿'],
  ])
  const { importId, counts } = await steps.tried('civilAffairs', file)
  expect(counts).toEqual({ added: 0, changed: 0, same: 0, rejected: 2 })
  const [, , numeric, linked] = (await steps.rejects(importId)).split('\r\n')
  expect(numeric).toMatch(/,2,B,号码被存成了数字/)
  expect(linked).toMatch(/^"'=HYPERLINK/)
})

test('one person twice in a file counts once, and the same file twice changes nobody the second time', async () => {
  const person = await target.addPerson('shandan', { town: '清泉镇' })
  const row = [person.name, person.idNumber, '孤儿']
  const steps = importSteps(bureau)
  const file = makeWorkbook([headings, row, row])
  const first = await steps.tried('civilAffairs', file)
  expect(first.counts).toMatchObject({ changed: 1, rejected: 1 })
  await steps.commit(first.importId)
  expect((await steps.tried('civilAffairs', file)).counts).toMatchObject({ changed: 0, same: 1, rejected: 1 })
})

const changesOf = async (importId: string, chunk: number): Promise<string[]> =>
  (
    await target.service.ports.store.get<{ changes: { residentId: string }[] }>(
      'importChanges',
      chunkId(importId, chunk),
    )
  )?.fields.changes.map(({ residentId }) => residentId) ?? []

test('two offices commit one import at once, ten times over: every row lands once; undoing meanwhile is refused', async () => {
  const people = await Promise.all(
    Array.from({ length: 250 }, (_, i) => target.addPerson('shandan', { idNumber: numberOf(i) })),
  )
  const steps = importSteps(bureau)
  const { importId } = await steps.tried(
    'civilAffairs',
    makeWorkbook([headings, ...people.map(({ name, idNumber }) => [name, idNumber, '孤儿'])]),
  )
  expect(await bureau(UndoImport, { importId })).toEqual({ kind: 'refused', refusal: 'notNow' })
  await Promise.all(Array.from({ length: 10 }, () => bureau(CommitImport, { importId })))
  const { counts } = await steps.commit(importId)
  expect(counts).toEqual({ added: 0, changed: 250, same: 0, rejected: 0 })
  const touched = await Promise.all([0, 1, 2].map((chunk) => changesOf(importId, chunk)))
  expect(new Set(touched.flat()).size).toBe(250)
  expect(touched.flat()).toHaveLength(250)
  await Promise.all(Array.from({ length: 5 }, () => bureau(UndoImport, { importId })))
  expect((await steps.undo(importId)).state).toBe('undone')
})

test('another office’s import is the same answer, to the byte, as none', async () => {
  const { importId } = await importSteps(bureau).read('disabledFederation', makeWorkbook([headings, someone]))
  for (const staffId of ['shandan-department-1', 'shandan-clerk-1', 'dongxiang-bureau-1']) {
    const ask = await staffAsk(target.service.origin, staffId)
    const missing = await ask(ImportRejects, { importId: randomUUID(), from: 0 })
    expect(await ask(ImportRejects, { importId, from: 0 })).toEqual(missing)
  }
})
