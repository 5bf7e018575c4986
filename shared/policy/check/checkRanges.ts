/** Ranges of days and numbers anywhere in the table: none is empty, none is out of bounds. */
import type { Fault, Path } from '../readTable'
import { isRecord, walk, type Rule } from './examined'

const monthDayKeys = ['dayOfMonth', 'payDays']
/** Beyond this, a day is a slip of the pen rather than a bound. */
const earliestDay = '1900-01-01'

export const checkRanges: Rule = ({ table, fault }) => {
  const faults: Fault[] = []
  walk(table, (value, path) => {
    if (!isRecord(value)) return
    const wrong = emptyRange(value) ?? beyondMonth(value, path) ?? tooEarly(value)
    if (wrong) faults.push(fault([...path, wrong.key], wrong.rule, wrong.message))
  })
  return faults
}

interface Wrong {
  key: string
  rule: string
  message: string
}

type Bound = string | number

const isBound = (value: unknown): value is Bound =>
  typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))

function emptyRange(value: Record<string, unknown>): Wrong | undefined {
  const pairs = [
    ['from', 'to', false],
    ['from', 'before', true],
    ['after', 'to', true],
    ['after', 'before', true],
  ] as const
  for (const [first, last, strict] of pairs) {
    const [low, high] = [value[first], value[last]]
    if (!isBound(low) || !isBound(high) || typeof low !== typeof high) continue
    if (low > high || (strict && low === high))
      return {
        key: first,
        rule: 'empty-range',
        message: `${first}: ${low} 到 ${last}: ${high} 之间什么也没有；请核对，先后是不是写反了`,
      }
  }
  const doubled = [
    ['from', 'after'],
    ['to', 'before'],
  ].find(([one, other]) => isBound(value[one as string]) && isBound(value[other as string]))
  return doubled
    ? {
        key: doubled[0] as string,
        rule: 'empty-range',
        message: `${doubled.join(' 和 ')} 只写一个：前者含当天，后者不含`,
      }
    : undefined
}

function beyondMonth(value: Record<string, unknown>, path: Path): Wrong | undefined {
  if (!monthDayKeys.includes(String(path.at(-1)))) return undefined
  const key = (['from', 'to'] as const).find((end) => {
    const day = value[end]
    return typeof day === 'number' && (day < 1 || day > 31)
  })
  return key && { key, rule: 'day-of-month', message: `每月的日子在1到31之间，不是 ${String(value[key])}` }
}

function tooEarly(value: Record<string, unknown>): Wrong | undefined {
  const key = Object.keys(value).find((name) => {
    const day = value[name]
    return typeof day === 'string' && isBound(day) && day < earliestDay
  })
  return key === undefined
    ? undefined
    : { key, rule: 'day-too-early', message: `日期 ${String(value[key])} 太早；请核对年份` }
}
