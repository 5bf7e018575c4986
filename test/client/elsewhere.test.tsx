import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, render, screen } from '@testing-library/react'
import { parse } from 'yaml'
import { Elsewhere } from '../../client/src/more/elsewhere/Elsewhere'
import ElsewherePage from '../../client/src/more/elsewhere/index'
import { answerOf } from '../../client/src/more/elsewhere/answerOf'
import { vocabulary } from '../../client/src/texts/vocabulary'
import type { OtherCoverAnswer } from '../../client/src/device/answersKept'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import type { PolicyTable } from '../../shared/policy/table'
import { answer, hash, places, serve, tableOf } from './service'
import { freshPhone } from './standIns/taro'

const invented = (file: string): PolicyTable =>
  parse(readFileSync(join(__dirname, '../policy-invented/tables', file), 'utf8'), {
    schema: 'core',
  }) as PolicyTable

const tables = {
  shandan2021: tableOf('shandan/2021'),
  shandan2024: tableOf('shandan/2024'),
  dongxiang: tableOf('dongxiang/2021'),
  pubei: tableOf('pubei/2020'),
  chaqi: tableOf('chaqi/2021'),
  invented: invented('yangli/2025.yaml'),
}

const page = () => document.querySelector('.frame')?.textContent ?? ''
const hero = () => document.querySelector('header.hero')

/** Answers both questions of a place. */
async function ask(
  table: PolicyTable,
  residence: RegExp,
  cover: RegExp,
  today = '2020-11-20',
): Promise<void> {
  serve(answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', today) })))
  render(<Elsewhere table={table} today={today} />)
  await screen.findByRole('heading', { name: '户口在哪里？' })
  fireEvent.click(screen.getByRole('radio', { name: residence }))
  fireEvent.click(screen.getByRole('button', { name: '下一题' }))
  fireEvent.click(screen.getByRole('radio', { name: cover }))
  fireEvent.click(screen.getByRole('button', { name: '看结果' }))
}

beforeEach(() => freshPhone('/more/elsewhere/index'))

test('山丹 2021, registered in another county: a proof of not being enrolled there, of that year, from there', async () => {
  await ask(tables.shandan2021, /^在外地，在这里长住/, /^没有/)
  expect(hero()?.textContent).toMatch(/可以参保.*先办好证明/)
  expect(page()).toMatch(/未参保证明证明在户籍地没参加2021年度医保找谁办：户籍地的医保部门依据 三\(二\)/)
  expect(page()).toMatch(/到哪里办通知未载明/)
  expect(page()).toMatch(/2021年度缴重了，退不退？通知写明重复缴的，一律不退。依据 三\(三\)/)
  expect(page()).not.toContain('参保缴费凭证')
})

test('山丹 2021, living in another town: a promise of one’s own, one out of each group, and the town to go to', async () => {
  await ask(tables.shandan2021, /^在本县别的乡镇/, /^没有/)
  expect(page()).toMatch(/异地未交费承诺书保证没在别处缴2021年度医保找谁办：您本人写/)
  expect(page()).toMatch(/下面选一样：居住证.*房产手续.*下面选一样：身份证户口簿/)
  expect(page()).toMatch(/到哪里办现居住地乡镇便民服务中心/)
})

test('插旗, insured elsewhere: the opposite direction, and no promise about the money', async () => {
  await ask(tables.chaqi, /^就在本县/, /^在外地，参加了居民医保/)
  expect(hero()?.textContent).toMatch(/先别缴在别处参保了，不用再缴/)
  expect(page()).toMatch(/要交的凭证.*参保缴费凭证证明在外地已参加2021年度医保/)
  expect(page()).toMatch(/2021年度缴重了，退不退？通知未载明哪种情况能退，没有写/)
  expect(page()).toMatch(/到哪里办通知未载明依据 二\(四\)1/)
  expect(page()).not.toContain('没参加')
})

test('山丹 2024, an employee: no, and how money comes back, office by office', async () => {
  await ask(tables.shandan2024, /^就在本县/, /^有职工医保/, '2023-11-20')
  expect(hero()?.textContent).toMatch(/先别缴有职工医保，不用再缴/)
  expect(page()).toMatch(/通知写明有职工医保，不用再缴。依据 第一条/)
  expect(page()).toMatch(/县税务局：受理退费申请.*县财政局：把退费金额拨到/)
  expect(page()).not.toContain('要带')
})

test('山丹 2024, from elsewhere: may enroll, which proof is not written, and whom to ask', async () => {
  await ask(tables.shandan2024, /^在外地，有居住证/, /^没有/, '2023-11-20')
  expect(hero()?.textContent).toMatch(/可以参保要什么证明没写，先问清楚/)
  expect(page()).toMatch(/通知未载明要带什么证明，通知没有写/)
  expect(page()).toContain('先到县医保局问。通知没写电话。')
})

test('东乡: a residence permit decides; without one the notice leaves it to the bureau, in a dashed frame', async () => {
  await ask(tables.dongxiang, /^在外地，在这里长住/, /^没有/)
  expect(hero()?.className).toBe('hero hero--none')
  expect(page()).toMatch(/通知未载明您这种情况没写，由医保部门定。依据 五\(三\)/)
  expect(page()).toMatch(/居住证证明住在本地找谁办：居住地的公安机关/)
})

test('浦北: family of a local household brings the village’s certificate', async () => {
  await ask(tables.pubei, /^在外地，家人是本地户口/, /^没有/, '2019-11-20')
  expect(page()).toMatch(/村（社区）证明证明住在这个村（社区）找谁办：居住地的村委会、社区/)
  expect(page()).toMatch(/到哪里办居住地村委（社区），由本人提出申请/)
})

test('an invented place: both directions stand side by side, one of them is enough', async () => {
  await ask(tables.invented, /^在外地，有居住证/, /^没有/, '2024-11-20')
  expect(page()).toMatch(
    /下面选一样：未参保证明证明在户籍地没参加2025年度医保.*参保缴费凭证证明在外地已参加2025年度医保/,
  )
})

test('不清楚: whom to call, in order, before anything else; nothing is decided', async () => {
  await ask(tables.shandan2021, /^不清楚/, /^不清楚/)
  expect(hero()?.textContent).toMatch(/还不能定先问清楚问清户口算不算本县/)
  expect(page()).toMatch(/先到县医保局问。通知没写电话。问不到，再依次问：县医保服务中心、市民大厅/)
  expect(page()).not.toContain('可以参保')
  fireEvent.click(screen.getByRole('button', { name: '改回答' }))
  expect(screen.getByRole('heading', { name: '户口在哪里？' })).toBeTruthy()
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
})

test('pressed too early, it says what is missing; what was answered is there again the next time', async () => {
  const asked = serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2021', '2020-11-20') })),
    answer(Policy, () => ({ kind: 'done', reply: { table: tables.shandan2021, hash } })),
  )
  const { unmount } = render(<Elsewhere table={tables.shandan2021} today="2020-11-20" />)
  await screen.findByRole('heading', { name: '户口在哪里？' })
  fireEvent.click(screen.getByRole('button', { name: '下一题' }))
  expect(screen.getByRole('alert').textContent).toBe('先选一个，再往下。')
  fireEvent.click(screen.getByRole('radio', { name: /^就在本县/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '下一题' }))
  fireEvent.click(screen.getByRole('radio', { name: /^没有/ }))
  fireEvent.click(screen.getByRole('button', { name: '看结果' }))
  unmount()
  render(<Elsewhere table={tables.shandan2021} today="2020-11-20" />)
  await screen.findByRole('heading', { name: '户口在哪里？' })
  expect(screen.getByRole('radio', { name: /^就在本县/, checked: true })).toBeTruthy()
  expect(asked.every(({ useCase }) => useCase === 'listPlaces')).toBe(true)
})

test('the page asks for the place’s table and for nothing else', async () => {
  const asked = serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: places('chaqi/2021', '2020-11-20') })),
    answer(Policy, () => ({ kind: 'done', reply: { table: tables.chaqi, hash } })),
  )
  render(<ElsewherePage />)
  await screen.findByRole('heading', { name: '户口在哪里？' })
  expect(asked.map(({ useCase }) => useCase).filter((name) => name !== 'listPlaces')).toEqual(['policy'])
})

const residences = [...Object.keys(vocabulary.residence), 'unsure']
const covers: OtherCoverAnswer[] = ['none', 'employee', 'residentElsewhere', 'unsure']
const everyAnswer = residences.flatMap((residence) => covers.map((cover) => ({ residence, cover })))

test.each(Object.entries(tables))(
  'whatever is answered in %s: who is insured is stopped, who is not sure is sent to ask, all with clauses',
  (_, table) => {
    for (const asked of everyAnswer) {
      const shown = answerOf(table, asked, `${table.coverageYear - 1}-11-20`)
      if (asked.cover === 'employee' || asked.cover === 'residentElsewhere') {
        expect({ asked, hero: shown.hero }).toMatchObject({ hero: { kind: 'word', value: '先别缴' } })
        expect({ asked, clauses: shown.says?.source.clauses }).not.toEqual({ asked, clauses: [] })
      } else if (asked.residence === 'unsure') {
        expect({ asked, ...shown }).toMatchObject({ asked, askFirst: true, proofs: [] })
      }
      if (shown.hero.kind === 'unstated') expect(shown.askFirst).toBe(true)
      expect(shown.offices.length).toBeGreaterThan(0)
      expect(shown.refundHeading).toContain(String(table.coverageYear))
      for (const { source } of [...shown.proofs, ...shown.refund]) expect(source.clauses).not.toEqual([])
    }
  },
)
