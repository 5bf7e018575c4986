/** What a person’s record says of money that does not stand any more: what became of it, on which day and why. */
import { told } from '../../client/src/texts/personTold'
import type { TimelineEntry } from '../../shared/contracts/person'

const at = '2023-11-20T02:00:00Z'
const year = { at, by: null, coverageYear: 2024 } as const
const paid = { ...year, what: 'counterPaid', fen: 38000, channel: 'bankCounter' } as const

test.each([
  [null, '2024年度柜台缴费', '380元，银行网点'],
  [
    { how: 'withdrawn', on: '2023-11-20', reason: 'enteredTwice' },
    '2024年度柜台缴费（已撤销）',
    '380元，银行网点；2023年11月20日已撤销，同一笔录了两次',
  ],
  [
    { how: 'reversed', on: '2023-12-03', reason: 'otherPerson' },
    '2024年度柜台缴费（已冲销）',
    '380元，银行网点；2023年12月3日已冲销，录错了人',
  ],
  [
    { how: 'refunded', on: '2023-12-20', reason: 'duplicate' },
    '2024年度柜台缴费（已退费）',
    '380元，银行网点；2023年12月20日已退费，缴重了',
  ],
] as const)('a payment at a counter: %j', (undone, title, text) => {
  expect(told({ ...paid, undone })).toEqual({ title, text })
})

const enrolled = { ...year, what: 'enrolled', way: 'counter', fen: 38000, identity: 'none' } as const
test.each<[TimelineEntry, string]>([
  [{ ...enrolled, stands: true }, '2024年度参保：柜台缴费'],
  [{ ...enrolled, stands: false }, '2024年度参保：柜台缴费（后来不算了）'],
  [{ ...year, what: 'withdrawn', why: 'mistake' }, '2024年度录错了，不算参保了'],
  [{ ...year, what: 'withdrawn', why: 'refund' }, '2024年度退了费，不算参保了'],
  [{ ...year, what: 'withdrawn', why: null }, '2024年度不算参保了'],
  [{ ...year, what: 'ordered', state: 'paid', fen: 38000, isBack: true }, '2024年度缴费单：付了（已退）'],
])('%j', (entry, title) => {
  expect(told(entry).title).toBe(title)
})
