/** 居民档案: found by name and number, shown with who said what, corrected with a reason, and never across a town. */
import { randomUUID } from 'node:crypto'
import type { AuditEventFields } from '../../../cloudfunctions/_audit/auditRecord'
import { findingIdOf } from '../../../cloudfunctions/_match/findingRecord'
import { matchIdOf } from '../../../cloudfunctions/_match/matchRecord'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import type { RequestOf } from '../../../shared/contracts/contract'
import {
  CorrectPerson,
  FindPerson,
  PersonTimeline,
  residenceCode,
  type Correction,
  type FactShown,
} from '../../../shared/contracts/person'
import { importSteps } from '../imports/importSteps'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { opened, payer } from '../world/payer'
import { paid } from '../world/refunds'
import { plainPerson, replyOf, startWorld, type World } from '../world/startWorld'
import { loadVocabulary } from '../../../shared/policy/loadTables'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const region = 'rivertown'
const bureau = (known: object = {}) => world.staff('bureau', { region, ...known })
const clerk = (town = '样例镇') => world.staff('clerk', { region, town })
type Ask = Awaited<ReturnType<typeof bureau>>
const refused = (refusal: string) => ({ kind: 'refused', refusal })

const page = async (ask: Ask, residentId: string) => replyOf(await ask(PersonTimeline, { residentId }))
const factOf = (facts: readonly FactShown[], part: string) => facts.find((fact) => fact.part === part)

async function correcting(ask: Ask, residentId: string, correction: Correction, more: object = {}) {
  const stored = await world.store.get('residents', residentId)
  const request: RequestOf<typeof CorrectPerson> = {
    key: randomUUID(),
    residentId,
    revision: stored?.revision ?? 0,
    correction,
    reason: 'householdRegister',
    words: '户口簿上是这样写的',
    ...more,
  }
  return ask(CorrectPerson, request)
}

test('found by name and full number within reach; anything else is one answer, and is counted', async () => {
  const here = await world.addPerson()
  const there = await world.addPerson({ town: '别样镇' })
  const ask = await clerk()
  const find = ({ name, idNumber }: { name: string; idNumber: string }) => ask(FindPerson, { name, idNumber })
  expect(await find(here)).toEqual({ kind: 'done', reply: { residentId: here.residentId } })
  const answers = [await find(there), await find({ ...here, name: '别人' }), await find(plainPerson())]
  expect(answers).toEqual([refused('notFound'), refused('notFound'), refused('notFound')])
  for (let tries = 0; tries < 3; tries += 1) await find(there)
  expect(await find(here)).toEqual(refused('tooMany'))
  const { documents } = await world.store.find<AuditEventFields>('auditEvents', {
    where: { region },
    sort: { field: 'at', order: 'ascending' },
    limit: 50,
  })
  const actions = documents.map(({ fields }) => fields.action)
  expect(actions.filter((action) => action === 'personFound')).toHaveLength(1)
  expect(actions.filter((action) => action === 'personNotFound')).toHaveLength(6)
})

test('a person of another town is as absent as nobody, to look at and to correct', async () => {
  const there = await world.addPerson({ town: '别样镇' })
  const ask = await clerk()
  const nobody = 'nobody-there'
  const look = (residentId: string) => ask(PersonTimeline, { residentId })
  expect(await look(there.residentId)).toEqual(await look(nobody))
  const village: Correction = { part: 'village', value: '一村' }
  expect(await correcting(ask, there.residentId, village)).toEqual(await correcting(ask, nobody, village))
})

test('each fact has its source, from the roster that brought it to the office that corrected it', async () => {
  const person = plainPerson()
  const ask = await bureau({ imports: ['population', 'civilAffairs'] })
  const steps = importSteps(ask)
  const register = makeWorkbook([
    ['乡镇', '村', '身份证号码', '姓名'],
    ['样例镇', '一村', person.idNumber, person.name],
  ])
  await steps.commit((await steps.tried('population', register)).importId)
  const { residentId } = replyOf(await ask(FindPerson, person))
  const roster = makeWorkbook([
    ['姓名', '身份证号码', '人员类别', '认定日期'],
    [person.name, person.idNumber, '农村低保一类', '2030-10-01'],
  ])
  await steps.commit((await steps.tried('civilAffairs', roster)).importId)
  replyOf(await correcting(ask, residentId, { part: 'village', value: '二村' }))

  const { person: shown, timeline } = await page(ask, residentId)
  const sourceOf = (part: string) => factOf(shown.facts, part)?.source
  expect(sourceOf('town')).toMatchObject({ kind: 'import', roster: 'population', by: '样例经办' })
  expect(sourceOf('identity.ruralDibao')).toMatchObject({ kind: 'import', roster: 'civilAffairs', row: 2 })
  expect(sourceOf('village')).toMatchObject({ kind: 'correction', row: null, by: '样例经办' })
  expect(shown.maskedId).toMatch(/^\d{4}\*{4}/)
  expect(JSON.stringify({ shown, timeline })).not.toContain(person.idNumber)
  expect(timeline.map(({ what }) => what).sort()).toEqual(['corrected', 'said', 'said'])
  expect(timeline.find(({ what }) => what === 'corrected')).toMatchObject({
    part: 'village',
    before: '一村',
    after: '二村',
    reason: 'householdRegister',
    words: '户口簿上是这样写的',
  })

  // The register comes again and says what it always said.
  await steps.commit((await steps.tried('population', register)).importId)
  const village = factOf((await page(ask, residentId)).person.facts, 'village')
  expect(village).toMatchObject({ value: '二村', source: { kind: 'correction' } })
  expect(village?.contradictedBy).toMatchObject({ kind: 'import', roster: 'population' })
})

test('an identity that a correction took away is not brought back by a roster, in no grade, until another correction does', async () => {
  const one = await world.addPerson()
  const ask = await bureau({ imports: ['civilAffairs'] })
  const steps = importSteps(ask)
  const roster = (named: string) =>
    makeWorkbook([
      ['姓名', '身份证号码', '人员类别', '认定日期'],
      [one.name, one.idNumber, named, '2030-10-01'],
    ])
  const take = async (named: string) =>
    steps.commit((await steps.tried('civilAffairs', roster(named))).importId)
  const facts = async () => (await page(ask, one.residentId)).person.facts
  const identities = (codes: string[]): Correction => ({
    part: 'identities',
    value: codes.map((code) => ({ code, since: null })),
    document: '样〔2030〕1号',
  })

  await take('农村低保一类')
  replyOf(await correcting(ask, one.residentId, identities([])))
  for (const named of ['农村低保一类', '农村低保二类']) {
    const tried = await steps.tried('civilAffairs', roster(named))
    expect(tried.counts).toMatchObject({ changed: 0, rejected: 1 })
    await steps.commit(tried.importId)
    expect(await steps.rejects(tried.importId)).toContain('由更正停用，名单仍列')
    expect(factOf(await facts(), 'identities')?.value).toBe('none')
    expect(factOf(await facts(), 'ended.ruralDibao')).toMatchObject({
      value: 'ruralDibao',
      source: { kind: 'correction' },
      contradictedBy: { kind: 'import', roster: 'civilAffairs' },
    })
  }
  // Another identity of the same office is its own.
  expect((await take('孤儿')).counts).toMatchObject({ changed: 1, rejected: 0 })
  expect((await take('农村低保一类')).counts).toMatchObject({ changed: 0, rejected: 1 })
  replyOf(await correcting(ask, one.residentId, identities(['orphan', 'ruralDibao/1'])))
  expect(factOf(await facts(), 'identity.ruralDibao')).toMatchObject({ contradictedBy: null })
  expect(factOf(await facts(), 'ended.ruralDibao')).toBeUndefined()
  expect((await take('农村低保一类')).counts.rejected).toBe(0)
})

test('a name is corrected where it is sealed: found by the right one from then on, and the seal says no more', async () => {
  const one = await world.addPerson()
  const ask = await clerk()
  replyOf(await correcting(ask, one.residentId, { part: 'name', value: '王样例正' }))
  expect(await ask(FindPerson, { name: one.name, idNumber: one.idNumber })).toEqual(refused('notFound'))
  expect(await ask(FindPerson, { name: '王样例正', idNumber: one.idNumber })).toMatchObject({ kind: 'done' })
  const { documents } = await world.store.find<AuditEventFields>('auditEvents', {
    where: { region },
    sort: { field: 'at', order: 'ascending' },
    limit: 50,
  })
  expect(documents.map(({ fields }) => fields.action)).toContain('personCorrected')
  const corrections = await world.store.find('corrections', {
    where: {},
    sort: { field: 'at', order: 'ascending' },
    limit: 9,
  })
  expect(JSON.stringify([documents, corrections, world.lines])).not.toMatch(/王样例/)
})

test('a household moves with its number sealed, a town with how somebody is reached; and only the bureau moves anybody', async () => {
  const one = await world.addPerson()
  const ask = await clerk()
  replyOf(await correcting(ask, one.residentId, { part: 'household', value: '户0012' }))
  expect(factOf((await page(ask, one.residentId)).person.facts, 'household')?.value).toBe('户0012')
  const town: Correction = { part: 'town', value: '别样镇' }
  expect(await correcting(ask, one.residentId, town)).toEqual(refused('notAllowed'))
  replyOf(await correcting(await bureau(), one.residentId, town))
  expect(await ask(PersonTimeline, { residentId: one.residentId })).toEqual(refused('notFound'))
  const facts = (await page(await clerk('别样镇'), one.residentId)).person.facts
  expect(factOf(facts, 'household')?.value).toBe('户0012')
})

test('the same key is one correction, an old view none, and what stands already is nothing new', async () => {
  const one = await world.addPerson()
  const ask = await bureau()
  const same = { key: randomUUID(), revision: 1 }
  const village: Correction = { part: 'village', value: '一村' }
  replyOf(await correcting(ask, one.residentId, village, same))
  replyOf(await correcting(ask, one.residentId, village, same))
  expect((await page(ask, one.residentId)).timeline).toHaveLength(1)
  expect(await correcting(ask, one.residentId, { part: 'village', value: '三村' }, { revision: 1 })).toEqual(
    refused('changedSince'),
  )
  expect(await correcting(ask, one.residentId, village)).toEqual(refused('nothingNew'))
  const unheard: Correction = {
    part: 'identities',
    value: [{ code: 'unheardOf', since: null }],
    document: '样1',
  }
  expect(await correcting(ask, one.residentId, unheard)).toEqual(refused('identityUnknown'))
  expect(await correcting(await clerk(), one.residentId, { ...unheard, value: [] })).toEqual(
    refused('notAllowed'),
  )
})

test('while somebody is paying for them, nothing is corrected that changes what is due; what does not, is', async () => {
  const one = await payer(world, 'o-1', { region: 'lakeside' })
  const ask = await world.staff('bureau')
  const employee: Correction = { part: 'otherCover', value: 'employee' }
  opened(await one.start())
  expect(await correcting(ask, one.residentId, employee)).toEqual(refused('orderOpen'))
  replyOf(await correcting(ask, one.residentId, { part: 'village', value: '一村' }))
  const other = await world.addPerson({ region: 'lakeside' })
  replyOf(await correcting(ask, other.residentId, employee))
})

test('the residence codes of a correction are the vocabulary’s', () => {
  const vocabulary = loadVocabulary('shared/policy/vocabulary.yaml')
  expect([...residenceCode.options].sort()).toEqual(Object.keys(vocabulary.residence).sort())
})

test('the timeline has what was paid, and of an order for several people this person’s part alone', async () => {
  const one = await paid(world, 'o-1')
  const ask = await world.staff('bureau')
  const place = { region: 'lakeside', town: one.person.town, coverageYear: 2031 }
  const found = { kind: 'supplement', state: 'agreed', fen: 25000, decidedBy: null, decidedAt: null }
  const findingId = findingIdOf(matchIdOf('lakeside', 2031, '2030-11'), one.residentId)
  await world.store.insert('matchFindings', findingId, { ...place, ...found })
  const owed = { fen: 25000, payMonth: '2030-12', agreedBy: 'x', agreedAt: '2030-11-20T04:00:00Z' }
  await world.store.insert('supplements', yearId(one.residentId, 2031), { ...place, ...owed })
  const { timeline } = await page(ask, one.residentId)
  expect(timeline).toContainEqual(
    expect.objectContaining({ what: 'matched', month: '2030-11', state: 'agreed' }),
  )
  expect(timeline).toContainEqual(expect.objectContaining({ what: 'owed', fen: 25000, payMonth: '2030-12' }))
  expect(timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(['enrolled', 'ordered', 'consent']))
})
