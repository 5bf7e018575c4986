/** 两读与裁定: readings that differ, and rulings that could have been made. */
import { sameData } from './sameData'
import type { Fault, Path } from '../readTable'
import { isRecord, walk, type Examined, type Rule } from './examined'

export const checkOpenForms: Rule = (examined) => {
  const faults: Fault[] = []
  walk(examined.table, (value, path) => {
    if (!isRecord(value)) return
    if (Array.isArray(value.readings)) faults.push(...equalReadings(value.readings, path, examined))
    if (isRecord(value.ruling)) faults.push(...ruling(value, value.ruling, path, examined))
  })
  return faults
}

function equalReadings(readings: readonly unknown[], path: Path, { fault }: Examined): Fault[] {
  const twin = readings.findIndex((one, at) => readings.slice(0, at).some((other) => sameData(one, other)))
  return twin < 0
    ? []
    : [
        fault(
          [...path, 'readings', twin],
          'equal-readings',
          '几种读法里有两种是一样的；删掉一个，只剩一种就直接写值',
        ),
      ]
}

function ruling(
  { readings }: Record<string, unknown>,
  { value, on }: Record<string, unknown>,
  path: Path,
  { table, fault }: Examined,
): Fault[] {
  const place = [...path, 'ruling']
  const faults: Fault[] = []
  if (Array.isArray(readings) && !readings.some((reading) => sameData(reading, value)))
    faults.push(
      fault(
        [...place, 'value'],
        'ruling-outside-readings',
        '裁定的值不是列出的任何一种读法；请核对，或把它加进 readings',
      ),
    )
  const { issued } = table.notice
  if (typeof on === 'string' && issued !== 'unstated' && on < issued)
    faults.push(
      fault([...place, 'on'], 'ruling-too-early', `裁定日期 ${on} 早于通知印发（${issued}）；请核对`),
    )
  return faults
}
