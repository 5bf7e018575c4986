/** 代办人 on the phone: what is not sent is not made up either. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { keepOtherCover } from '../../client/src/device/answersKept'
import ActingPage from '../../client/src/more/acting/index'
import WhyPage from '../../client/src/more/why/index'
import CheckPage from '../../client/src/pages/check/index'
import ResultPage from '../../client/src/pages/result/index'
import { ActingForMe, LetAct } from '../../shared/contracts/actingForMe'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { Person } from '../../shared/rules/person'
import { answer, hash, owed, places, serve, tableOf } from './service'
import { freshPhone } from './standIns/taro'

const place = 'shandan/2024'
const today = '2023-11-20'
const who = 'resident=resident-1&year=2024'

/** A service that knows the caller as somebody's child. */
function asProxy(known: Person, day = today) {
  const whole = owed(place, { residence: 'hukou', otherCover: 'none', lastCovered: 2023, ...known }, day)
  const person = { ...whole.person, relation: 'parent' as const, knowsWhy: false, residence: null }
  const reply = { ...whole, assessment: null, person: { ...person, identities: null, otherCover: null } }
  return serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: places(place, day) })),
    answer(Policy, () => ({ kind: 'done', reply: { table: tableOf(place), hash } })),
    answer(WhatIOwe, () => ({ kind: 'done', reply })),
  )
}

const words = () => document.body.textContent
const dibao = { identities: [{ code: 'ruralDibao/4' }] }

test('the result shows the sum, the standard and the days, and no clause, subsidy or way to why', async () => {
  freshPhone(`/pages/result/index?${who}`)
  asProxy(dibao)
  render(<ResultPage />)
  await screen.findByText('身份和资助只有本人看得到。')
  expect(document.querySelector('.hero .money__n')?.textContent).toBe('130')
  expect(words()).toMatch(/标准380 元/)
  expect(words()).toContain('2024年1月1日起')
  expect(words()).not.toMatch(/为什么资助|政府资助|低保/)
  expect(document.querySelector('.chip')).toBeNull()
  expect(screen.getByRole('button', { name: '去缴 130 元' })).toBeTruthy()
})

test('somebody the county pays for looks to a proxy like somebody insured by an employer', async () => {
  const seen: (string | null)[] = []
  for (const known of [{ identities: [{ code: 'extremePoverty' }] }, { otherCover: 'employee' } as const]) {
    freshPhone(`/pages/result/index?${who}`)
    asProxy(known)
    const { unmount } = render(<ResultPage />)
    await screen.findByText('不用在这里缴')
    seen.push(words())
    unmount()
  }
  expect(seen[0]).toBe(seen[1])
  expect(seen[0]).toContain('为什么，只有本人看得到。')
})

test('what is the calendar’s reason is told to everybody', async () => {
  freshPhone(`/pages/result/index?${who}`)
  asProxy(dibao, '2024-12-01')
  render(<ResultPage />)
  await screen.findByText('缴费期已过')
  expect(screen.queryByText('为什么，只有本人看得到。')).toBeNull()
})

test('the page of reasons says whose they are', async () => {
  freshPhone(`/more/why/index?${who}`)
  asProxy(dibao)
  render(<WhyPage />)
  await screen.findByText('身份只有本人看得到，这里只写金额。')
  expect(words()).not.toMatch(/低保|一条一条/)
})

test('a proxy checks and pays the sum, with the days of cover and no clause', async () => {
  freshPhone('/pages/check/index?people=resident-1&year=2024')
  keepOtherCover('resident-1', 2024, 'none')
  asProxy(dibao)
  render(<CheckPage />)
  await screen.findByRole('button', { name: '去缴 130 元' })
  expect(words()).toMatch(/父母.*享受待遇2024年1月1日起2024年12月31日止/)
  expect(document.querySelector('.chip')).toBeNull()
})

describe('who acts for me', () => {
  const caller = { link: 'link-of-somebody', since: '2023-11-19T17:00:00Z', ended: false }
  const listing = answer(ListPlaces, () => ({ kind: 'done', reply: places(place, today) }))

  test('each with the civil day on which they were added, and one tap to end it', async () => {
    freshPhone('/more/acting/index?resident=resident-1')
    let ended = false
    const asked = serve(
      listing,
      answer(ActingForMe, () => ({ kind: 'done', reply: { callers: [{ ...caller, ended }] } })),
      answer(LetAct, ({ may }) => {
        ended = !may
        return { kind: 'done', reply: { may } }
      }),
    )
    render(<ActingPage />)
    await screen.findByText('2023年11月20日添的')
    fireEvent.click(screen.getByRole('button', { name: '不让他办，代办人1' }))
    await screen.findByText('已停。看不到您，也不能再添。')
    fireEvent.click(screen.getByRole('button', { name: '让他再办，代办人1' }))
    await screen.findByText('2023年11月20日添的')
    const sent = asked.filter(({ useCase }) => useCase === 'letAct').map(({ request }) => request)
    expect(sent).toEqual([
      { residentId: 'resident-1', link: caller.link, may: false },
      { residentId: 'resident-1', link: caller.link, may: true },
    ])
  })

  test('nobody yet, and a service that does not answer, are said', async () => {
    freshPhone('/more/acting/index?resident=resident-1')
    serve(
      listing,
      answer(ActingForMe, () => ({ kind: 'done', reply: { callers: [] } })),
    )
    const { unmount } = render(<ActingPage />)
    await screen.findByText('没有别人添过您。')
    unmount()
    serve(
      listing,
      answer(ActingForMe, () => ({ kind: 'done', reply: { callers: [caller] } })),
    )
    render(<ActingPage />)
    fireEvent.click(await screen.findByRole('button', { name: '不让他办，代办人1' }))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('医保局的服务，暂时打不开'))
    expect(screen.getByText('2023年11月20日添的')).toBeTruthy()
  })
})
