/** No list has the same row twice: a row that was copied and not changed is a slip. */
import type { Fault } from '../readTable'
import { isRecord, walk, type Rule } from './examined'
import { sameData } from './sameData'

export const checkRepeats: Rule = ({ table, fault }) => {
  const faults: Fault[] = []
  walk(table, (value, path) => {
    if (!Array.isArray(value) || path.at(-1) === 'readings') return
    value.forEach((row: unknown, at) => {
      if (!isRecord(row)) return
      const first = value.findIndex((other: unknown) => sameData(row, other))
      if (first < at)
        faults.push(
          fault(
            [...path, at],
            'same-row-twice',
            `这一条与第${first + 1}条完全一样；删掉一条，或改成该有的样子`,
          ),
        )
    })
  })
  return faults
}
