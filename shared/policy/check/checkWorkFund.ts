/** 工作经费: steps in the order of their days, each worth less than the one before. */
import { yearOf } from '../../rules/civilDay'
import type { Rule } from './examined'

export const checkWorkFund: Rule = ({ table: { workFund, coverageYear }, fault }) => {
  if (!workFund) return []
  const { steps, afterwardsYuanPerHead } = workFund
  const inOrder = steps.flatMap(({ doneBy, yuanPerHead }, at) => {
    const path = ['workFund', 'steps', at]
    const before = steps[at - 1]
    const outside = yearOf(doneBy) < coverageYear - 1 || yearOf(doneBy) > coverageYear
    const faults = outside
      ? [
          fault(
            [...path, 'doneBy'],
            'work-fund',
            `${doneBy} 不在参保年度 ${coverageYear} 或前一年；请核对年份`,
          ),
        ]
      : []
    if (before && before.doneBy >= doneBy)
      faults.push(
        fault([...path, 'doneBy'], 'work-fund', `${doneBy} 不晚于上一档的 ${before.doneBy}；请按日期排`),
      )
    if (before && before.yuanPerHead <= yuanPerHead)
      faults.push(
        fault(
          [...path, 'yuanPerHead'],
          'work-fund',
          `完成得晚，每人的钱数应比上一档（${before.yuanPerHead} 元）少；请核对`,
        ),
      )
    return faults
  })
  const last = steps.at(-1)
  return last && afterwardsYuanPerHead >= last.yuanPerHead
    ? [
        ...inOrder,
        fault(['workFund', 'afterwardsYuanPerHead'], 'work-fund', '最后一档之后的钱数应比最后一档少；请核对'),
      ]
    : inOrder
}
