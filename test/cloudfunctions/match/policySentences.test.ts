/** What each notice says of the month after: a person each, as the scenarios tell of them, through the whole match. */
import type { FindingOpened } from '../../../shared/contracts/match'
import { matchWorld, type MatchWorld, type Somebody } from './matchWorld'
import { foundOf, matched } from './steps'

async function found(
  world: MatchWorld,
  month: string,
  somebody: Somebody,
): Promise<FindingOpened | undefined> {
  const { id } = await world.add(somebody)
  const { matchId } = await matched(world, month)
  return foundOf(world, matchId, id)
}

const cited = (finding: FindingOpened | undefined) => finding?.clauses ?? []

describe('山丹2023 五(二)2', () => {
  test('SD24-12: paid in full, then 突发严重困难户: 250 yuan, the month after the recognition', async () => {
    const finding = await found(matchWorld('shandan', 2024, '2024-03-31'), '2024-03', {
      identities: [{ code: 'atRiskOfPoverty/hardship', since: '2024-03-12' }],
      paid: { on: '2023-10-20', yuan: 380 },
    })
    expect(finding).toMatchObject({ kind: 'supplement', fen: 25000, payMonth: '2024-04', before: null })
    expect(finding?.enrolled).toMatchObject({ identities: [], fen: 38000, day: '2023-10-20' })
    expect(finding?.listed).toMatchObject({ fen: 13000, day: '2024-03-12' })
    expect(cited(finding)).toEqual(expect.arrayContaining(['shandan-2024#五(二)2', 'shandan-2024#五(一)2']))
  })

  test('SD24-13: a subsidy was used, then another identity: nothing more and nothing back this year', async () => {
    const finding = await found(matchWorld('shandan', 2024, '2024-05-31'), '2024-05', {
      identities: [{ code: 'ruralDibao/3', since: '2024-05-08' }],
      paid: { on: '2023-10-20', yuan: 280, as: 'liftedOutOfPoverty' },
    })
    expect(finding).toMatchObject({ kind: 'changed', fen: null, payMonth: null })
    expect(cited(finding)).toEqual(['shandan-2024#五(二)2'])
    expect(finding?.enrolled?.identities).toEqual(['liftedOutOfPoverty'])
  })

  test('no identity any more after a subsidy: nothing this year', async () => {
    const finding = await found(matchWorld('shandan', 2024, '2024-05-31'), '2024-05', {
      paid: { on: '2023-10-20', yuan: 280, as: 'liftedOutOfPoverty' },
    })
    expect(finding).toMatchObject({ kind: 'lost', fen: null, clauses: ['shandan-2024#五(二)2'] })
  })

  test('特困, not registered: paid on behalf, without tax collection; after the window nobody is', async () => {
    const world = matchWorld('shandan', 2024, '2023-11-30')
    const finding = await found(world, '2023-11', { identities: ['extremePoverty'] })
    expect(finding).toMatchObject({ kind: 'onBehalf', fen: 38000, enrolled: null })
    expect(cited(finding)).toContain('shandan-2024#五(二)1')
    const late = matchWorld('shandan', 2024, '2024-02-29')
    expect(await found(late, '2024-02', { identities: ['extremePoverty'] })).toBeUndefined()
  })

  test('recognised before paying, and the whole fee was taken: a person looks at it, no sum is made up', async () => {
    const finding = await found(matchWorld('shandan', 2024, '2023-11-30'), '2023-11', {
      identities: [{ code: 'ruralDibao/4', since: '2023-09-01' }],
      paid: { on: '2023-10-20', yuan: 380 },
    })
    expect(finding).toMatchObject({ kind: 'paidTooMuch', fen: null })
  })

  test('enrolled here, and on the list of employees', async () => {
    const finding = await found(matchWorld('shandan', 2024, '2023-11-30'), '2023-11', {
      otherCover: 'employee',
      paid: { on: '2023-10-20', yuan: 380 },
    })
    expect(finding).toMatchObject({ kind: 'employeeInsured', clauses: ['shandan-2024#一'] })
  })

  test('whoever pays the rest by the identity they have is in nobody’s way', async () => {
    const world = matchWorld('shandan', 2024, '2023-11-30')
    const somebody = {
      identities: ['ruralDibao/4'],
      paid: { on: '2023-10-20', yuan: 130, as: 'ruralDibao/4' },
    }
    expect(await found(world, '2023-11', somebody)).toBeUndefined()
  })
})

describe('山丹2020 二(三)', () => {
  test('SD21-07: newly 建档立卡 after paying: 100 yuan, the month after', async () => {
    const finding = await found(matchWorld('shandan', 2021, '2020-11-30'), '2020-11', {
      identities: [{ code: 'registeredPoor/unlifted', since: '2020-11-10' }],
      paid: { on: '2020-10-15', yuan: 280 },
    })
    expect(finding).toMatchObject({ kind: 'supplement', fen: 10000, payMonth: '2020-12' })
    expect(cited(finding)).toContain('shandan-2021#二(三)')
  })

  test('SD21-05: 城市低保差额 has paid 280 first: 100 yuan to the card, in a month that the notice does not name', async () => {
    const finding = await found(matchWorld('shandan', 2021, '2020-11-30'), '2020-11', {
      identities: ['urbanDibao/partial'],
      paid: { on: '2020-10-15', yuan: 280, as: 'urbanDibao/partial' },
    })
    expect(finding).toMatchObject({ kind: 'reimbursement', fen: 10000, payMonth: null })
  })

  test('another identity than 建档立卡 after paying: the notice does not say', async () => {
    const finding = await found(matchWorld('shandan', 2021, '2020-11-30'), '2020-11', {
      identities: [{ code: 'urbanDibao/partial', since: '2020-11-10' }],
      paid: { on: '2020-10-15', yuan: 280 },
    })
    expect(finding).toMatchObject({ kind: 'laterUnstated', fen: null, payMonth: null })
  })

  test('农村低保三类: two readings, so it is counted as open and nobody is owed a sum', async () => {
    const world = matchWorld('shandan', 2021, '2020-11-30')
    const paid = { on: '2020-10-15', yuan: 280, as: 'ruralDibao/3' }
    const { id } = await world.add({ identities: ['ruralDibao/3'], paid })
    const match = await matched(world, '2020-11')
    expect(match).toMatchObject({ unsettled: 1 })
    expect(await foundOf(world, match.matchId, id)).toBeUndefined()
  })
})

describe('东乡 七', () => {
  test('DX21-03: 农村低保三类 has paid first: 160 yuan', async () => {
    const finding = await found(matchWorld('dongxiang', 2021, '2020-11-30'), '2020-11', {
      identities: ['ruralDibao/3'],
      paid: { on: '2020-10-10', yuan: 280, as: 'ruralDibao/3' },
    })
    expect(finding).toMatchObject({ kind: 'reimbursement', fen: 16000 })
    expect(cited(finding)).toEqual(['dongxiang-2021#七(二)'])
  })

  test('an identity that changes after a subsidy: the notice does not say what follows', async () => {
    const finding = await found(matchWorld('dongxiang', 2021, '2020-11-30'), '2020-11', {
      paid: { on: '2020-10-10', yuan: 280, as: 'ruralDibao/3' },
    })
    expect(finding).toMatchObject({ kind: 'lost', clauses: [] })
  })
})

describe('浦北 六', () => {
  test('PB20-12: on the list only after 1 January, has paid first: 250 yuan', async () => {
    const finding = await found(matchWorld('pubei', 2020, '2020-03-31'), '2020-03', {
      identities: [{ code: 'registeredPoor/lifted2018', since: '2020-03-05' }],
      paid: { on: '2020-03-20', yuan: 250, as: 'registeredPoor/lifted2018' },
    })
    expect(finding).toMatchObject({ kind: 'reimbursement', fen: 25000 })
    expect(cited(finding)).toContain('pubei-2020#六(二)2')
  })

  test.each([
    ['registeredPoor/lifted2016', 15000],
    ['registeredPoor/lifted2014', 7500],
  ])('%s has paid first: %i fen', async (code, fen) => {
    const finding = await found(matchWorld('pubei', 2020, '2019-12-31'), '2019-12', {
      identities: [code],
      paid: { on: '2019-11-20', yuan: 250, as: code },
    })
    expect(finding).toMatchObject({ kind: 'reimbursement', fen })
  })

  test('on the list of 1 January: registered directly', async () => {
    const finding = await found(matchWorld('pubei', 2020, '2019-12-31'), '2019-12', {
      identities: ['registeredPoor/unlifted'],
    })
    expect(finding).toMatchObject({ kind: 'onBehalf', fen: 25000 })
  })

  test('低保, not 建档立卡: the sum is unstated, so it is counted and not made up', async () => {
    const world = matchWorld('pubei', 2020, '2019-12-31')
    await world.add({
      identities: ['ruralDibao/1'],
      paid: { on: '2019-11-20', yuan: 250, as: 'ruralDibao/1' },
    })
    expect(await matched(world, '2019-12')).toMatchObject({
      unsettled: 1,
      queues: { reimburse: { found: 0 } },
    })
  })
})

test('CQ21-02, 插旗 三(一): how the subsidy is paid is unstated: nobody is registered on behalf', async () => {
  const world = matchWorld('chaqi', 2021, '2020-11-30')
  expect(await found(world, '2020-11', { identities: ['disability/2'] })).toBeUndefined()
})
