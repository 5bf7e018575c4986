import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { replyOf, startWorld, type World } from './world/startWorld'

/** What the caller says does not change these answers. */
const said = { relation: 'other', consent: 'person-1' } as const

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

test('an unknown number, another place and a wrong name get one and the same answer', async () => {
  const person = await world.addPerson()
  const stranger = await world.addPerson()
  const { name, idNumber } = person
  const answers = await Promise.all([
    world.as('o-1')(Identify, { region: 'rivertown', name, idNumber: '11010519491231002X', ...said }),
    world.as('o-2')(Identify, { region: 'hilltown', name, idNumber, ...said }),
    world.as('o-3')(Identify, { region: 'rivertown', name: '别人', idNumber, ...said }),
    world.as('o-4')(Identify, { region: 'nowhere', name, idNumber, ...said }),
    world.as('o-5')(Identify, {
      region: 'rivertown',
      name: stranger.name + '甲',
      idNumber: stranger.idNumber,
      ...said,
    }),
  ])
  for (const answer of answers) expect(answer).toEqual({ kind: 'refused', refusal: 'notRecognised' })
})

test.each([
  ['6207', 'idLength'],
  ['62072519610A120011', 'idCharacter'],
  ['620725196102300010', 'idDate'],
  ['110105203912310020', 'idFuture'],
  ['110105194912310021', 'idCheckDigit'],
])('a mistyped number is named before anything is looked up: %s', async (idNumber, refusal) => {
  const ask = world.as('o-1')
  expect(await ask(Identify, { region: 'rivertown', name: '王样例', idNumber, ...said })).toEqual({
    kind: 'refused',
    refusal,
  })
})

test('spaces, a small x and another middle dot name the same person', async () => {
  const person = await world.addPerson({ name: '买买提·样例', idNumber: '11010519491231002X' })
  const reply = replyOf(
    await world.as('o-1')(Identify, {
      region: 'rivertown',
      name: ' 买买提 • 样例',
      idNumber: '110105 19491231 002x',
      relation: 'self',
      consent: 'person-1',
    }),
  )
  expect(reply.member).toEqual({
    residentId: person.residentId,
    name: '买买提·样例',
    maskedId: '1101****2X',
    relation: 'self',
    knowsWhy: true,
  })
})

test('everybody is what the caller says, nobody is in the family twice, and it can be said again', async () => {
  const [one, other] = [await world.addPerson(), await world.addPerson()]
  const ask = world.as('o-1')
  const shown = async () =>
    replyOf(await ask(Family, {})).members.map(({ name, relation: said, knowsWhy }) => [name, said, knowsWhy])
  await ask(Identify, { ...one, relation: 'child' })
  await ask(Identify, { ...other, relation: 'spouse' })
  await ask(Identify, { ...one, relation: 'parent' })
  expect(await shown()).toEqual([
    [one.name, 'parent', false],
    [other.name, 'spouse', false],
  ])
  await ask(Identify, one)
  expect(await shown()).toEqual([
    [one.name, 'self', true],
    [other.name, 'spouse', false],
  ])
})

test('after so many failures in an hour a caller is stopped, an hour later no longer, and others never', async () => {
  const person = await world.addPerson()
  const ask = world.as('o-guessing')
  for (let i = 0; i < world.service.settings.limits.missesPerCaller.atMost; i += 1)
    expect(await ask(Identify, { ...person, name: '别人' })).toMatchObject({ refusal: 'notRecognised' })
  expect(await ask(Identify, person)).toEqual({ kind: 'refused', refusal: 'tooMany' })
  expect((await world.as('o-other')(Identify, person)).kind).toBe('done')
  world.later(61)
  expect((await ask(Identify, person)).kind).toBe('done')
})

test('a thousand guesses at once get no further than an hour allows', async () => {
  const person = await world.addPerson()
  const ask = world.as('o-many')
  const answers = await Promise.all(
    Array.from({ length: 1000 }, () => ask(Identify, { ...person, name: '别人' })),
  )
  const allowed = answers.filter((answer) => answer.kind === 'refused' && answer.refusal === 'notRecognised')
  expect(allowed).toHaveLength(world.service.settings.limits.missesPerCaller.atMost)
})

test('whoever names many people rightly is never stopped', async () => {
  const ask = world.as('o-village-clerk')
  for (let i = 0; i < 12; i += 1) {
    const person = await world.addPerson()
    expect((await ask(Identify, { ...person, relation: 'other' })).kind).toBe('done')
  }
})

test('somebody of another family is as absent as somebody who does not exist', async () => {
  const person = await world.addPerson()
  await world.as('o-mother')(Identify, person)
  const ask = world.as('o-stranger')
  const missing = await ask(MyEnrollments, { residentId: 'nobody-there' })
  expect(missing).toEqual({ kind: 'refused', refusal: 'notFound' })
  expect(await ask(MyEnrollments, { residentId: person.residentId })).toEqual(missing)
})

test('what stands in the store shows no name and no ID number', async () => {
  const person = await world.addPerson()
  await world.as('o-secret-openid')(Identify, person)
  const collections = ['residents', 'residentIndex', 'families', 'limits']
  const everything = JSON.stringify(
    await Promise.all(
      collections.map((collection) =>
        world.store.find(collection, {
          where: {},
          sort: { field: 'region', order: 'ascending' },
          limit: 500,
        }),
      ),
    ),
  )
  const family = JSON.stringify(
    await world.store.get('families', world.service.cipher.index('caller', 'o-secret-openid')),
  )
  for (const secret of [person.name, person.idNumber, 'o-secret-openid']) {
    expect(everything + family).not.toContain(secret)
  }
  expect(everything).toContain('rivertown')
})
