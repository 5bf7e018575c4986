import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import WhoPage from '../../client/src/pages/who/index'
import { Identify } from '../../shared/contracts/identify'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { checkCharacter } from '../../shared/identity/idNumber'
import { answer, places, serve, type Asked } from './service'
import { freshPhone, phone } from './standIns/taro'

const first17 = '62079919610412001'
const idNumber = first17 + checkCharacter(first17)
const member = {
  residentId: 'resident-1',
  name: '王样例',
  maskedId: '6207****21',
  relation: 'self' as const,
  knowsWhy: true,
}
const listing = answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') }))

beforeEach(() => freshPhone('/pages/who/index'))

async function open() {
  render(<WhoPage />)
  await screen.findByRole('heading', { name: '给谁缴？' })
}
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const next = () => fireEvent.click(screen.getByRole('button', { name: '同意，下一步' }))

test('says everything that is wrong at once, and sends nothing', async () => {
  const asked = serve(listing)
  await open()
  type('身份证号', idNumber.slice(0, 17))
  next()
  expect(screen.getByRole('alert').textContent).toContain('有3处要改')
  expect(screen.getAllByText('现在是17位，少了1位').length).toBe(2)
  expect(asked.map(({ useCase }) => useCase)).not.toContain('identify')
})

test.each([
  [
    'a wrong check digit',
    first17 + (checkCharacter(first17) === '1' ? '2' : '1'),
    '有一位打错了，对着证再看',
  ],
  ['a letter in the wrong place', `X${idNumber.slice(1)}`, '只能是数字，最后一位可以是X'],
  [
    'a birth date to come',
    `62079920991231001${checkCharacter('62079920991231001')}`,
    '出生日期还没到，看第7到14位',
  ],
  [
    'a birth date that does not exist',
    `62079919610230001${checkCharacter('62079919610230001')}`,
    '出生日期不对，看第7到14位',
  ],
])('%s gets one sentence that says what to look at', async (_what, number, sentence) => {
  serve(listing)
  await open()
  type('姓名', '王样例')
  type('身份证号', number)
  next()
  expect(screen.getAllByText(sentence).length).toBeGreaterThan(0)
})

test('a wrong name and an unknown number are answered alike, and what was typed stays', async () => {
  serve(
    listing,
    answer(Identify, () => ({ kind: 'refused', refusal: 'notRecognised' })),
  )
  await open()
  type('姓名', '王样例')
  type('身份证号', idNumber)
  choose(/^父母/)
  next()
  await screen.findByText('没找到。看看姓名、证号、地方。')
  expect(screen.getByLabelText<HTMLInputElement>('身份证号').value).toBe(idNumber)
})

test('a service that is down is said in one sentence, and what was typed stays', async () => {
  serve(listing)
  await open()
  type('姓名', '王样例')
  type('身份证号', idNumber)
  choose(/^父母/)
  next()
  await screen.findByText('医保局的服务，暂时打不开。过一会再试。')
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('王样例')
})

test('goes on to the sum without a name or a number in the address or in the storage', async () => {
  serve(
    listing,
    answer(Identify, () => ({ kind: 'done', reply: { member, selfTaken: false } })),
  )
  await open()
  type('姓名', '王样例')
  type('身份证号', idNumber)
  choose(/^父母/)
  next()
  await waitFor(() => expect(phone.stack).toEqual(['/pages/result/index?resident=resident-1&year=2024']))
  expect([...phone.storage.values()]).toEqual([])
})

describe('what the person is to the caller', () => {
  const identified = (selfTaken: boolean) =>
    serve(
      listing,
      answer(Identify, () => ({ kind: 'done', reply: { member, selfTaken } })),
    )
  const sent = (asked: Asked[]) =>
    asked.filter(({ useCase }) => useCase === 'identify').map(({ request }) => request)

  test('is sent as it was said', async () => {
    const asked = identified(false)
    await open()
    type('姓名', '王样例')
    type('身份证号', idNumber)
    choose(/^其他，代办/)
    next()
    await waitFor(() => expect(sent(asked)).toMatchObject([{ relation: 'other' }]))
    expect(sent(asked)[0]).not.toHaveProperty('guardianConsent')
  })

  test('is not asked of whoever comes to add themselves', async () => {
    freshPhone('/pages/who/index?as=self')
    const asked = identified(false)
    render(<WhoPage />)
    await screen.findByRole('heading', { name: '先添您自己' })
    expect(screen.queryByRole('radio')).toBeNull()
    type('姓名', '王样例')
    type('身份证号', idNumber)
    next()
    await waitFor(() => expect(sent(asked)).toMatchObject([{ relation: 'self' }]))
  })

  test('somebody else is taken for the person: what that means is said before anything is shown', async () => {
    identified(true)
    await open()
    type('姓名', '王样例')
    type('身份证号', idNumber)
    choose(/^自己/)
    next()
    await screen.findByText('已有别的微信认作王样例本人。')
    expect(phone.stack).toEqual(['/pages/who/index'])
    fireEvent.click(screen.getByRole('button', { name: '知道了，看要付多少' }))
    expect(phone.stack).toEqual(['/pages/result/index?resident=resident-1&year=2024'])
  })

  test('a child cannot be added without a guardian’s own tick, which is sent by its version', async () => {
    const child17 = '62079920160601001'
    const asked = identified(false)
    await open()
    expect(screen.queryByRole('checkbox')).toBeNull()
    type('姓名', '陈小样')
    type('身份证号', child17 + checkCharacter(child17))
    choose(/^配偶/)
    next()
    expect(screen.getByRole('alert').textContent).toContain('不满14岁，请选子女或其他')
    expect(screen.getByRole('alert').textContent).toContain('要监护人同意，才能添孩子')
    expect(sent(asked)).toEqual([])
    choose(/^子女/)
    fireEvent.click(screen.getByRole('checkbox', { name: /^我是监护人/ }))
    next()
    await waitFor(() =>
      expect(sent(asked)).toMatchObject([{ relation: 'child', guardianConsent: 'guardian-1' }]),
    )
  })
})
