import { render, screen } from '@testing-library/react'
import { resultOf } from '../../client/src/pages/result/resultOf'
import { ResultHero, ResultView } from '../../client/src/pages/result/ResultView'
import type { Person } from '../../shared/rules/person'
import { owed } from './service'

const here: Person = { residence: 'hukou', otherCover: 'none' }

function show(place: string, person: Person, today: string) {
  const shown = resultOf({ ...owed(place, { ...here, ...person }, today), who: '王样例的医保' })
  const nothing = () => undefined
  render(
    <>
      <ResultHero shown={shown} onChangePlace={nothing} />
      <ResultView shown={shown} onWhy={nothing} onAct={nothing} onCall={nothing} onPolicy={nothing} />
    </>,
  )
  return shown
}

const button = (name: RegExp) => screen.queryByRole('button', { name })

test('a sum to pay now stands once in the hero, once under the line, and on the button', () => {
  show('shandan/2024', { identities: [{ code: 'ruralDibao/4' }], lastCovered: 2023 }, '2023-11-20')
  expect(document.querySelector('.hero .money__n')?.textContent).toBe('130')
  expect(document.querySelector('.ledger__row--sum .ledger__v')?.textContent).toBe('130 元')
  expect(button(/^去缴 130 元$/)).not.toBeNull()
})

test('every line of the account cites where it is written', () => {
  show('shandan/2024', { identities: [{ code: 'ruralDibao/4' }], lastCovered: 2023 }, '2023-11-20')
  const chips = [...document.querySelectorAll('.ledger .chip__in')].map(({ textContent }) => textContent)
  expect(chips).toEqual(['依据 第二条', '依据 五(一)2', '依据 五(二)2'])
})

test('who is paid for by the county sees no pay button, and that this is no mistake', () => {
  show('shandan/2024', { identities: [{ code: 'extremePoverty' }], lastCovered: 2023 }, '2023-11-20')
  expect(button(/去缴/)).toBeNull()
  expect(screen.getByText('这里没有缴费按钮，不是出错。')).toBeTruthy()
})

test('paying first and getting money back says both sums and what is borne in the end', () => {
  show('dongxiang/2021', { identities: [{ code: 'ruralDibao/2' }], lastCovered: 2020 }, '2020-10-10')
  expect(screen.getByText('之后退 160 元到一卡通')).toBeTruthy()
  expect(document.querySelector('.ledger__row--sum')?.textContent).toContain('120 元')
  expect(button(/^去缴 280 元$/)).not.toBeNull()
})

test('where the notice is silent about the sum, no number stands in the hero and nothing can be paid', () => {
  show('chaqi/2021', { identities: [{ code: 'povertyMargin' }], lastCovered: 2020 }, '2020-10-10')
  const hero = document.querySelector('.hero--none')
  expect(hero?.querySelector('.hero__value')?.textContent).toBe('通知未载明')
  expect(button(/去缴/)).toBeNull()
})

test('a place that does not list WeChat leads to its own channels, never to paying here', () => {
  const shown = show('chaqi/2021', { identities: [], lastCovered: 2020 }, '2020-10-10')
  expect(shown.action.kind).toBe('handoff')
  expect(button(/去缴 /)).toBeNull()
})

test('two readings of one day are both shown, the safe one first', () => {
  show('pubei/2020', { identities: [], lastCovered: 2019 }, '2020-02-10')
  const lines = [...document.querySelectorAll('.fact__v')].map(({ textContent }) => textContent)
  expect(lines).toContain('2020年2月10日起另一种读法：2020年1月1日起')
  expect(document.querySelector('.chip--two')).not.toBeNull()
})

test('an employee is told why not, and has no pay button', () => {
  show('shandan/2024', { identities: [], lastCovered: 2023, otherCover: 'employee' }, '2023-11-20')
  expect(screen.getByText('有职工医保，不用再缴。')).toBeTruthy()
  expect(button(/去缴/)).toBeNull()
})
