import { loadTables } from '../../shared/policy/loadTables'
import { checkCharacter } from '../../shared/identity/idNumber'
import { servePolicies } from '../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { join } from 'node:path'
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

/** Nothing was recorded about anybody, whatever was typed. */
async function expectNothingWritten(): Promise<void> {
  expect(await here.service.orders()).toEqual([])
  expect(await here.service.payments()).toEqual([])
  expect(await here.service.enrollments()).toEqual([])
}

describe('what is typed', () => {
  const unknown = `62079919500303001${checkCharacter('62079919500303001')}`
  const { name, idNumber } = people.dibaoFour
  const last = idNumber.slice(-1)

  const idField = () => here.walk.page.getByLabel('身份证号', { exact: true })
  const nameField = () => here.walk.page.getByLabel('姓名', { exact: true })

  test('wrong in five ways: one sentence each, what was typed stays, and nothing is sent', async () => {
    const { walk } = here
    const mistakes = [
      // A wrong check digit, a birth date still to come, a letter in the wrong place, a day that does not exist.
      [idNumber.slice(0, 17) + (last === '1' ? '2' : '1'), '有一位打错了，对着证再看'],
      ['620799203001010017', '出生日期还没到，看第7到14位'],
      [`6207A9${idNumber.slice(6)}`, '只能是数字，最后一位可以是X'],
      ['620799196102300123', '出生日期不对，看第7到14位'],
      [idNumber.slice(0, 17), '现在是17位，少了1位'],
    ] as const
    await walk.open()
    await walk.tap('先添自己')
    await walk.type('姓名', name)
    for (const [typed, sentence] of mistakes) {
      await walk.type('身份证号', typed)
      await walk.tap('同意，下一步')
      await walk.sees('有1处要改', sentence)
      expect(await nameField().inputValue()).toBe(name)
      expect(await idField().inputValue()).toBe(typed)
    }
    await walk.look('50-who-mistake')
    expect(walk.requests.filter(({ url }) => url.endsWith('/identify'))).toEqual([])
    await walk.type('身份证号', idNumber)
    await walk.tap('同意，下一步')
    await walk.sees('三个日期，别弄混')
    await expectNothingWritten()
  })

  test('nobody’s number, another name, another county’s resident: the same answer each time', async () => {
    const { walk } = here
    await walk.open()
    await walk.tap('先添自己')
    for (const person of [{ name, idNumber: unknown }, { name: '王大样', idNumber }, people.dongxiangDibao]) {
      await walk.type('姓名', person.name)
      await walk.type('身份证号', person.idNumber)
      const answered = walk.page.waitForResponse(/\/identify$/)
      await walk.tap('同意，下一步')
      expect(await (await answered).json()).toEqual({ kind: 'refused', refusal: 'notRecognised' })
      await walk.sees('没找到。看看姓名、证号、地方。', '都对还是不行，请到乡镇窗口问。')
      expect(await idField().inputValue()).toBe(person.idNumber)
    }
    await walk.look('51-who-unknown')
    await expectNothingWritten()
  })
})

describe('a stale page', () => {
  test('whose table has changed is told the new sum before anything is charged', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.dibaoFour)
    await toCheck(walk, 130)
    const tables = loadTables(join(__dirname, '..', '..', 'shared', 'policy', 'tables'))
    const dearer = tables.map((table) =>
      table.region === 'shandan' && table.coverageYear === 2024
        ? { ...table, fee: table.fee.map((row) => ({ ...row, yuan: 390 })) }
        : table,
    )
    service.running.ports.policies = servePolicies(dearer)
    await walk.tap('去缴 130 元')
    await walk.sees('金额变了，现在是140元。', '没有扣钱。请再核对一遍。', '去缴 140 元')
    await walk.look('52-check-price-changed')
    await expectNothingWritten()
    await toWechat(walk, 140)
    await walk.tap('确认付款 140 元')
    await walk.sees('缴好了', '140')
  })

  test('from before the last day does not take money after it', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.dibaoFour)
    await toCheck(walk, 130)
    service.running.clock.setDay('2024-01-01')
    await walk.tap('去缴 130 元')
    await walk.sees('现在不能缴', '没有扣钱。', '缴费期过了，怎么补没写。先问清楚。', '回到首页')
    expect(await walk.page.getByRole('button', { name: /去缴/ }).count()).toBe(0)
    await walk.look('53-check-closed')
    await expectNothingWritten()
  })
})

test('the service is down: one sentence, what was typed stays, and it goes on when it is back', async () => {
  const { walk, service } = here
  const { name, idNumber } = people.dibaoFour
  await walk.open()
  await walk.tap('先添自己')
  await walk.type('姓名', name)
  await walk.type('身份证号', idNumber)
  await service.stop()
  await walk.tap('同意，下一步')
  await walk.sees('医保局的服务，暂时打不开。过一会再试。', '您填的都还在，没有丢。')
  expect(await walk.page.getByLabel('身份证号', { exact: true }).inputValue()).toBe(idNumber)
  await walk.look('54-who-down')
  await service.startAgain('2023-11-20')
  await walk.tap('同意，下一步')
  await walk.sees('三个日期，别弄混')

  await toCheck(walk, 130)
  await service.stop()
  await walk.tap('去缴 130 元')
  await walk.sees('医保局的服务，暂时打不开。过一会再试。', '没有缴成，没有扣钱。再点一次。')
  await walk.look('55-check-down')
  await service.startAgain('2023-11-20')
  await expectNothingWritten()
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  expect(await service.orders()).toHaveLength(1)
})

test('an address that somebody cut short leads home', async () => {
  const { walk } = here
  for (const address of [
    'result/index?resident=x',
    'result/index?resident=nobody-0000&year=2024',
    'receipt/index',
  ]) {
    await walk.open(`#/pages/${address}`)
    await walk.page.reload()
    await walk.tap('回到首页')
    await walk.sees('先看要付多少')
  }
})

test('a coverage year without a table says so, for somebody the service knows too', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('三个日期，别弄混')
  await walk.page.goto(walk.page.url().replace('year=2024', 'year=2030'))
  await walk.page.reload()
  await walk.sees('这里这一年还没有政策，不能算。')
  await expectNothingWritten()
})
