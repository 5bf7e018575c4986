/** 特殊人群: noted with evidence by a town, checked by somebody else at the bureau, withdrawn; and nobody learns of another town. */
import { specialNoteOf } from '../../../cloudfunctions/_progress/specialNoteRecord'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import {
  CheckSpecial,
  ListSpecial,
  NoteSpecial,
  specialGroup,
  WithdrawSpecial,
} from '../../../shared/contracts/specialNotes'
import type { RequestOf } from '../../../shared/contracts/contract'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
let clerk: Awaited<ReturnType<World['staff']>>
let otherClerk: typeof clerk
let bureau: typeof clerk
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.staff('clerk', { town: '东样镇' })
  otherClerk = await world.staff('clerk', { town: '西样镇' })
  bureau = await world.staff('bureau')
})
afterAll(() => world.stop())

const coverageYear = 2031
const evidence = '村委会证明第7号'
const note = (
  residentId: string,
  changes: Partial<RequestOf<typeof NoteSpecial>> = {},
): RequestOf<typeof NoteSpecial> => ({
  residentId,
  coverageYear,
  group: 'unreachable',
  evidence,
  scheme: null,
  insuredAt: null,
  ...changes,
})
const somebody = async (town: string | null = '东样镇') =>
  (await world.addPerson({ region: 'lakeside', town, village: '东样村' })).residentId
const noted = (person: string) => ({ residentId: person, coverageYear })

test('noted, checked by another person, withdrawn, noted again: each step in the audit log', async () => {
  const person = await somebody()
  expect(replyOf(await clerk(NoteSpecial, note(person)))).toEqual({ residentId: person, state: 'noted' })
  expect(replyOf(await clerk(NoteSpecial, note(person)))).toEqual({ residentId: person, state: 'noted' })
  expect(await clerk(NoteSpecial, note(person, { group: 'marriedAway' }))).toMatchObject({
    refusal: 'notedAlready',
  })
  expect(await clerk(CheckSpecial, noted(person))).toMatchObject({ refusal: 'notAllowed' })
  expect(replyOf(await bureau(CheckSpecial, noted(person))).state).toBe('checked')
  expect(replyOf(await bureau(CheckSpecial, noted(person))).state).toBe('checked')
  expect(await clerk(WithdrawSpecial, noted(person))).toMatchObject({ refusal: 'checkedAlready' })
  expect(replyOf(await bureau(WithdrawSpecial, noted(person))).state).toBe('withdrawn')
  expect(await bureau(WithdrawSpecial, noted(person))).toMatchObject({ refusal: 'notNow' })
  expect(await bureau(CheckSpecial, noted(person))).toMatchObject({ refusal: 'notNow' })
  expect(replyOf(await clerk(NoteSpecial, note(person, { group: 'marriedAway' }))).state).toBe('noted')
  const { documents } = await world.store.find('auditEvents', {
    where: { object: `specialNotes/${person}-${coverageYear}` },
    sort: { field: 'action', order: 'ascending' },
    limit: 9,
  })
  expect(documents.map(({ fields }) => fields.action)).toEqual([
    'specialCheckedByBureau',
    'specialNoted',
    'specialNotedAgain',
    'specialWithdrawnByStaff',
  ])
})

test('nobody checks what they noted themselves; what is noted by mistake a town takes back itself', async () => {
  const person = await somebody()
  replyOf(await bureau(NoteSpecial, note(person)))
  expect(await bureau(CheckSpecial, noted(person))).toMatchObject({ refusal: 'ownNote' })
  expect(replyOf(await clerk(WithdrawSpecial, noted(person))).state).toBe('withdrawn')
})

test('whoever is insured elsewhere is so in a scheme and somewhere, and in no other group', async () => {
  const person = await somebody()
  const elsewhere = { group: 'insuredElsewhere', scheme: 'employee' } as const
  expect(await clerk(NoteSpecial, note(person, elsewhere))).toMatchObject({ refusal: 'elsewhereMissing' })
  const said = { ...elsewhere, insuredAt: '样例制衣厂' }
  replyOf(await clerk(NoteSpecial, note(person, said)))
  const { notes } = replyOf(await clerk(ListSpecial, { coverageYear, state: 'noted' }))
  expect(notes.find(({ residentId }) => residentId === person)).toMatchObject({
    ...said,
    evidence,
    village: '东样村',
    mayCheck: false,
    mayWithdraw: true,
  })
  const other = await somebody()
  replyOf(await clerk(NoteSpecial, note(other, { scheme: 'employee', insuredAt: '样例制衣厂' })))
  const all = replyOf(await bureau(ListSpecial, { coverageYear, state: 'noted' })).notes
  expect(all.find(({ residentId }) => residentId === other)).toMatchObject({
    scheme: null,
    insuredAt: null,
    mayCheck: true,
  })
  expect(await clerk(NoteSpecial, note(other, { coverageYear: 2029 }))).toMatchObject({ refusal: 'noPolicy' })
})

test('somebody of another town is nobody: by every step, by the list and by the reading of the forms', async () => {
  const person = await somebody('西样镇')
  replyOf(await otherClerk(NoteSpecial, note(person)))
  const nobody = 'nobody-there'
  expect(await clerk(NoteSpecial, note(person))).toEqual(await clerk(NoteSpecial, note(nobody)))
  expect(await clerk(WithdrawSpecial, noted(person))).toEqual(await clerk(WithdrawSpecial, noted(nobody)))
  const seen = replyOf(await clerk(ListSpecial, { coverageYear, state: 'noted' })).notes
  expect(seen.map(({ residentId }) => residentId)).not.toContain(person)
  const reach = { region: 'lakeside', role: 'clerk', staffId: 's', name: '样例', callerIndex: null } as const
  const readBy = async (town: string) =>
    (await specialNoteOf(scopedStore(world.store, { ...reach, town }), person, coverageYear))?.fields.state
  expect(await readBy('西样镇')).toBe('noted')
  expect(await readBy('东样镇')).toBeUndefined()
})

test('a note from before a move is the bureau’s to withdraw; from then on it is the new town’s', async () => {
  const person = await somebody('西样镇')
  replyOf(await otherClerk(NoteSpecial, note(person)))
  const stored = await world.store.get('residents', person)
  if (!stored) throw new Error('nobody')
  await world.store.replace('residents', person, stored.revision, { ...stored.fields, town: '东样镇' })
  expect(await clerk(NoteSpecial, note(person))).toEqual({ kind: 'refused', refusal: 'notedBeforeMove' })
  replyOf(await bureau(WithdrawSpecial, noted(person)))
  expect(replyOf(await clerk(NoteSpecial, note(person))).state).toBe('noted')
})

test('what is written of somebody stands sealed, and every group has a name', async () => {
  const person = await somebody()
  replyOf(await clerk(NoteSpecial, note(person, { group: 'imprisoned', evidence: '判决书样例9号' })))
  const stored = await world.store.get('specialNotes', `${person}-${coverageYear}`)
  expect(JSON.stringify(stored)).not.toMatch(/判决书|样例9号/)
  expect(specialGroup.options).toHaveLength(9)
})
