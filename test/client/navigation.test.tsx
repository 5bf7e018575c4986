import Taro from '@tarojs/taro'
import { address, go } from '../../client/src/navigation'
import { freshPhone, phone } from './standIns/taro'

beforeEach(() => freshPhone('/pages/home/index'))

test('an address is of the package its page lies in, and carries what is asked for', () => {
  expect(address('result', { resident: 'r/1', year: 2024 })).toBe(
    '/pages/result/index?resident=r%2F1&year=2024',
  )
  expect(address('receipts', {})).toBe('/more/receipts/index')
})

test('a page that could not be fetched is said not to have opened', async () => {
  const refuse = jest.spyOn(Taro, 'navigateTo').mockRejectedValue(new Error('navigateTo:fail'))
  go('receipts', {})
  await Promise.resolve()
  await Promise.resolve()
  refuse.mockRestore()
  expect(phone.modals).toEqual(['没有打开。看看网络，再点一次。'])
})
