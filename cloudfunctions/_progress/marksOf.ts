import type { ProgressMark } from '../../shared/contracts/progress'
import type { PolicyTable } from '../../shared/policy/table'
import { union } from '../../shared/rules/answer'
import { citing } from '../../shared/rules/openValue'
import reference from './referenceMarks.json'

/** The percentages a notice states, and the usual ones for reference where it states none for everybody. */
export function marksOf({ notice, rates = [], targets }: PolicyTable): ProgressMark[] {
  const cite = citing(notice.id)
  const share = targets?.checks?.find((check) => 'percentOf' in check && check.column === 'target')
  const ofTarget = share && 'percentOf' in share ? share.percent : undefined
  const printed = cite(targets?.clause)
  const stated = rates.map(({ percent, of, who, base = null, clause }): ProgressMark => {
    const isTarget = of === 'everybody' && percent === ofTarget
    return {
      percent,
      stated: true,
      of,
      who,
      base,
      clauses: [...(isTarget ? union(cite(clause), printed) : cite(clause))],
      lies: isTarget ? 'isTarget' : 'ofRegister',
    }
  })
  if (ofTarget !== undefined && !stated.some(({ lies }) => lies === 'isTarget'))
    stated.push({
      percent: ofTarget,
      stated: true,
      of: 'everybody',
      who: targets?.base ?? null,
      base: null,
      clauses: [...printed],
      lies: 'isTarget',
    })
  return stated.some(({ of }) => of === 'everybody') ? stated : [...stated, ...reference.percents.map(usual)]
}

const usual = (percent: number): ProgressMark => ({
  percent,
  stated: false,
  of: 'everybody',
  who: null,
  base: null,
  clauses: [],
  lies: 'ofTarget',
})
