/** 草稿: what was chosen is there again for 30 days; names and ID numbers are not written anywhere. */
import { dropOldDrafts, keepDraft, keptDraft } from '../../client/src/device/draft'
import { heldTyped, holdTyped } from '../../client/src/device/typedHeld'
import { keptElsewhere, keepElsewhere } from '../../client/src/device/elsewhereKept'
import { keptChild } from '../../client/src/device/childKept'
import { keepRegion, placeOf } from '../../client/src/device/keptPlace'
import { freshPhone, phone } from './standIns/taro'

const day = 24 * 60 * 60 * 1000
let now: jest.SpyInstance<number, []>
beforeEach(() => {
  freshPhone('/pages/home/index')
  now = jest.spyOn(Date, 'now').mockReturnValue(1_700_000_000_000)
})
afterEach(() => now.mockRestore())

const later = (ms: number) => now.mockReturnValue(1_700_000_000_000 + ms)

test('a draft is there for 30 days, and gone from the phone afterwards, read or not', () => {
  keepDraft('refund:1:2', { choice: 'moved' })
  keepElsewhere({ residence: 'hukou' })
  phone.storage.set('largePrint', true)
  later(30 * day - 1)
  expect(keptDraft('refund:1:2')).toMatchObject({ choice: 'moved' })
  expect(keptElsewhere()).toMatchObject({ residence: 'hukou' })
  later(30 * day)
  expect(keptDraft('refund:1:2')).toBeUndefined()
  expect([...phone.storage.keys()]).toEqual(['elsewhere', 'largePrint'])
  dropOldDrafts()
  expect([...phone.storage.keys()]).toEqual(['largePrint'])
})

test.each([null, 7, 'text', { at: 'yesterday' }, { born: '2031-01-01' }])('%p is no draft', (value) => {
  phone.storage.set('newborn', value)
  expect(keptChild()).toBeUndefined()
})

test('what was typed about a person is held in memory for ten minutes and never written', () => {
  holdTyped('who', { name: '王样例', idNumber: '110105194912310021' })
  expect(phone.storage.size).toBe(0)
  later(10 * 60 * 1000 - 1)
  expect(heldTyped('who')).toEqual({ name: '王样例', idNumber: '110105194912310021' })
  later(10 * 60 * 1000)
  expect(heldTyped('who')).toBeUndefined()
})

describe('the place to show first', () => {
  const place = (region: string, collecting: boolean) => ({ region, collecting })
  const one = [place('chaqi', false), place('shandan', true), place('dongxiang', false)]
  const none = one.map(({ region }) => place(region, false))
  const several = one.map(({ region }) => place(region, true))

  test('is the only one that still collects; of none or several nobody but the resident can say', () => {
    expect(placeOf(one)?.region).toBe('shandan')
    expect(placeOf(none.slice(0, 1))?.region).toBe('chaqi')
    expect([placeOf(none), placeOf(several), placeOf([])]).toEqual([undefined, undefined, undefined])
  })

  test('is the family’s, and before all the one that was chosen, as long as it is listed', () => {
    expect(placeOf(one, 'dongxiang')?.region).toBe('dongxiang')
    keepRegion('chaqi')
    expect(placeOf(one, 'dongxiang')?.region).toBe('chaqi')
    keepRegion('gone')
    expect(placeOf(one)?.region).toBe('shandan')
  })
})
