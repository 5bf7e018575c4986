/** 进度条: where everything lies on a bar. */
import { barOf } from '../../client/src/workbench/progress/barOf'
import type { ProgressMark } from '../../shared/contracts/progress'

const counts = {
  ...{ registered: 1100, employee: 100, wechat: 0, counter: 0, roster: 0, onBehalf: 0 },
  ...{ exempt: 0, elsewhere: 0, subsidised: 0, lastYear: 0, other: 0 },
}
const mark = (changes: Partial<ProgressMark>): ProgressMark => ({
  ...{ percent: 95, stated: true, of: 'everybody', who: null, base: null, clauses: [], lies: 'ofTarget' },
  ...changes,
})

test('paid, on behalf and gap fill the way to the target, which lies at one place in every bar', () => {
  const bar = barOf({ counts: { ...counts, onBehalf: 100 }, done: 600, target: 1000 }, [])
  expect(bar).toEqual({ paid: 45, onBehalf: 9, gap: 36, over: 0, tick: 90, marks: [] })
})

test('what is beyond the target stands beyond it, and a long one is cut at the end', () => {
  expect(barOf({ counts, done: 1020, target: 1000 }, [])).toMatchObject({ paid: 90, gap: 0, over: 1.8 })
  expect(barOf({ counts, done: 9000, target: 1000 }, [])).toMatchObject({ paid: 90, over: 10 })
})

test('a percentage of the target, of the register, of a group, and one that is the target itself', () => {
  const at = (changes: Partial<ProgressMark>, target = 2000) =>
    barOf({ counts, done: 0, target }, [mark(changes)]).marks
  expect(at({})).toEqual([85.5])
  expect(at({ lies: 'ofRegister' })).toEqual([42.75])
  expect(at({ lies: 'ofRegister' }, 500)).toEqual([])
  expect(at({ of: 'group' })).toEqual([])
  expect(at({ lies: 'isTarget' })).toEqual([])
})

test('without a target the register is the measure; with nobody there is nothing', () => {
  expect(barOf({ counts, done: 500, target: null }, [])).toMatchObject({ paid: 45, gap: 45, tick: undefined })
  expect(
    barOf({ counts: { ...counts, registered: 0, employee: 0 }, done: 0, target: null }, []),
  ).toMatchObject({
    paid: 0,
    gap: 0,
  })
})
