/** 谁是本人，谁是代办人: one self a person, a guardian for a child, and the person decides who goes on acting. */
import { checkCharacter } from '../../shared/identity/idNumber'
import { ActingForMe, LetAct } from '../../shared/contracts/actingForMe'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { payerOf } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const notFound = { kind: 'refused', refusal: 'notFound' }
const knowsWhy = async (openId: string, residentId: string) =>
  replyOf(await world.as(openId)(WhatIOwe, { residentId, coverageYear: 2031 })).assessment !== null

describe('who is taken for the person', () => {
  test('the first who says so; the second is a proxy and is told', async () => {
    const person = await world.addPerson()
    const first = replyOf(await world.as('o-1')(Identify, person))
    const second = replyOf(await world.as('o-2')(Identify, person))
    expect([first.selfTaken, second.selfTaken]).toEqual([false, true])
    expect([first.member.relation, second.member.relation]).toEqual(['self', 'other'])
    expect(await knowsWhy('o-1', person.residentId)).toBe(true)
    expect(await knowsWhy('o-2', person.residentId)).toBe(false)
  })

  test('of thirty at once one is, and the others are proxies', async () => {
    const person = await world.addPerson()
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, i) => world.as(`o-${i}`)(Identify, person)),
    )
    expect(replies.map((reply) => replyOf(reply).selfTaken).filter((taken) => !taken)).toHaveLength(1)
  })

  test('nobody is two people, whether the other one exists or not', async () => {
    const [one, other] = [await world.addPerson(), await world.addPerson()]
    const ask = world.as('o-1')
    await ask(Identify, one)
    const anotherSelf = { kind: 'refused', refusal: 'anotherSelf' }
    expect(await ask(Identify, other)).toEqual(anotherSelf)
    expect(await ask(Identify, { ...other, idNumber: '11010519491231002X' })).toEqual(anotherSelf)
    expect((await ask(Identify, { ...one, relation: 'other' })).kind).toBe('done')
    expect((await ask(Identify, other)).kind).toBe('done')
  })

  test('one person whom two counties know is one person', async () => {
    const here = await world.addPerson()
    const there = await world.addPerson({ ...here, region: 'brooktown' })
    await world.as('o-1')(Identify, here)
    expect(replyOf(await world.as('o-1')(Identify, there)).member.relation).toBe('self')
    expect(replyOf(await world.as('o-2')(Identify, there)).selfTaken).toBe(true)
  })
})

describe('a child', () => {
  const bornOn = (born: string, serial: number) => {
    const first17 = `629999${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
    return { idNumber: first17 + checkCharacter(first17) }
  }
  const agreed = { relation: 'child', guardianConsent: 'guardian-1' } as const

  test('cannot be named without a guardian’s consent, nor name themselves; whether they exist is not told', async () => {
    const child = await world.addPerson(bornOn('2020-03-01', 1))
    const ask = world.as('o-1')
    const needed = { kind: 'refused', refusal: 'guardianNeeded' }
    for (const said of [
      { relation: 'child' },
      { ...agreed, relation: 'self' },
      { ...agreed, relation: 'spouse' },
    ] as const) {
      expect(await ask(Identify, { ...child, ...said })).toEqual(needed)
      expect(await ask(Identify, { ...child, ...said, ...bornOn('2020-03-01', 2) })).toEqual(needed)
    }
    expect(replyOf(await ask(Family, {})).members).toEqual([])
  })

  test('is seen whole by a guardian who agreed, and the consent is kept with its text and moment', async () => {
    const child = await world.addPerson(bornOn('2020-03-01', 3))
    replyOf(await world.as('o-1')(Identify, { ...child, ...agreed }))
    expect(await knowsWhy('o-1', child.residentId)).toBe(true)
    const { documents } = await world.store.find('consents', {
      where: { residentId: child.residentId, text: 'guardian-1' },
      sort: { field: 'givenAt', order: 'ascending' },
      limit: 10,
    })
    expect(documents.map(({ fields }) => fields)).toEqual([
      {
        callerIndex: world.service.cipher.index('caller', 'o-1'),
        residentId: child.residentId,
        text: 'guardian-1',
        givenAt: expect.stringMatching(/^2030-11-20T/) as string,
        withdrawnAt: null,
      },
    ])
  })

  test('has two guardians at most; whoever comes third pays and does not see why', async () => {
    const child = await world.addPerson(bornOn('2020-03-01', 4))
    for (const openId of ['o-1', 'o-2', 'o-3']) await world.as(openId)(Identify, { ...child, ...agreed })
    const seen = await Promise.all(['o-1', 'o-2', 'o-3'].map((openId) => knowsWhy(openId, child.residentId)))
    expect(seen).toEqual([true, true, false])
  })

  test('is a person of their own from the day they are fourteen', async () => {
    const child = await world.addPerson(bornOn('2016-11-21', 5))
    await world.as('o-1')(Identify, { ...child, ...agreed })
    expect(await knowsWhy('o-1', child.residentId)).toBe(true)
    world.later(24 * 60)
    expect(await knowsWhy('o-1', child.residentId)).toBe(false)
    expect((await world.as('o-2')(Identify, { ...child, relation: 'child' })).kind).toBe('done')
  })
})

describe('the person decides', () => {
  async function selfAndProxy() {
    const person = await world.addPerson()
    const { residentId } = person
    const own = world.as('o-self')
    await own(Identify, person)
    const proxy = await payerOf(world, 'o-proxy', { ...person, relation: 'child' })
    const list = async () => replyOf(await own(ActingForMe, { residentId })).callers
    return { person, residentId, own, proxy, list }
  }

  test('sees who acts for them since when, and nothing else about them', async () => {
    const { list } = await selfAndProxy()
    const [caller, ...others] = await list()
    expect(others).toEqual([])
    expect(Object.keys(caller ?? {}).sort()).toEqual(['ended', 'link', 'since'])
    expect(caller?.link).not.toBe(world.service.cipher.index('caller', 'o-proxy'))
  })

  test('a caller who is ended has lost the person as if there were none, cannot name them again, until allowed', async () => {
    const { person, residentId, own, proxy, list } = await selfAndProxy()
    const [{ link } = { link: '' }] = await list()
    expect(await own(LetAct, { residentId, link, may: false })).toEqual({
      kind: 'done',
      reply: { may: false },
    })
    const { ask } = proxy
    expect(replyOf(await ask(Family, {})).members).toEqual([])
    expect(await ask(WhatIOwe, { residentId, coverageYear: 2031 })).toEqual(notFound)
    expect(await proxy.start()).toEqual(notFound)
    expect(await ask(Identify, { ...person, relation: 'other' })).toEqual({
      kind: 'refused',
      refusal: 'notRecognised',
    })
    expect(await list()).toMatchObject([{ link, ended: true }])

    await own(LetAct, { residentId, link, may: true })
    expect(replyOf(await ask(Family, {})).members).toHaveLength(1)
    expect(await list()).toMatchObject([{ link, ended: false }])
  })

  test('nobody else sees or decides: not a proxy, not somebody else’s self, not for a caller who is not there', async () => {
    const { residentId, own, proxy, list } = await selfAndProxy()
    const [{ link } = { link: '' }] = await list()
    const other = world.as('o-other')
    await other(Identify, await world.addPerson())
    for (const ask of [proxy.ask, other]) {
      expect(await ask(ActingForMe, { residentId })).toEqual(notFound)
      expect(await ask(LetAct, { residentId, link, may: false })).toEqual(notFound)
    }
    expect(await own(LetAct, { residentId, link: 'no-such-link', may: false })).toEqual(notFound)
    expect(await list()).toMatchObject([{ ended: false }])
  })
})
