/** 补充通知: each has its own name and day, and changes something. */
import { yearOf } from '../../rules/civilDay'
import type { Fault } from '../readTable'
import { sameData } from './sameData'
import type { Rule } from './examined'

export const checkAmendments: Rule = ({ table, fault }) => {
  const { amendments = [], notice, coverageYear } = table
  return amendments.flatMap(({ id, issued, effective, sets }, at) => {
    const path = ['amendments', at]
    const faults: Fault[] = []
    if ([notice, ...amendments.slice(0, at)].some((other) => other.id === id))
      faults.push(fault([...path, 'id'], 'notice-id-twice', `通知代号 ${id} 已经用过；请另取一个`))
    if (issued !== 'unstated' && effective < issued)
      faults.push(
        fault(
          [...path, 'effective'],
          'amendment-day',
          `生效日 ${effective} 早于印发日 ${issued}；请核对两处日期`,
        ),
      )
    if (yearOf(effective) !== coverageYear && yearOf(effective) !== coverageYear - 1)
      faults.push(
        fault(
          [...path, 'effective'],
          'amendment-day',
          `生效日 ${effective} 不在参保年度 ${coverageYear} 或前一年；请核对`,
        ),
      )
    if (amendments.slice(0, at).some((other) => other.effective === effective))
      faults.push(
        fault([...path, 'effective'], 'amendment-day', '两份补充通知同一天生效，分不清先后；请合成一份'),
      )
    const changes = Object.entries(sets)
    if (changes.length === 0)
      faults.push(
        fault([...path, 'sets'], 'amendment-empty', '补充通知什么也没改；请在 sets 里写改成的样子，或删掉'),
      )
    for (const [section, value] of changes)
      if (sameData(value, table[section as keyof typeof table]))
        faults.push(
          fault(
            [...path, 'sets', section],
            'amendment-empty',
            `${section} 与原来完全一样；请核对，没有改就删掉`,
          ),
        )
    return faults
  })
}
