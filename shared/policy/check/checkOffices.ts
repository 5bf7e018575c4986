/** 问谁: every `ask` names an office of the table, and a phone number looks like one. */
import type { Fault } from '../readTable'
import { walk, type Rule } from './examined'

const phoneForm = /^[+\d][\d\s\-—()（）转、,/]{2,}$/

export const checkOffices: Rule = ({ table, fault }) => {
  const faults: Fault[] = []
  walk(table, (value, path) => {
    if (path.at(-1) !== 'ask' || typeof value !== 'string' || Object.hasOwn(table.offices, value)) return
    const known = Object.keys(table.offices).join('、')
    faults.push(fault(path, 'unknown-office', `offices 里没有 ${value}；可写的有 ${known}，或补上这个单位`))
  })
  for (const [id, { phone }] of Object.entries(table.offices))
    if (phone !== 'unstated' && !phoneForm.test(phone))
      faults.push(
        fault(['offices', id, 'phone'], 'phone-form', `“${phone}”不像电话号码；没有电话就写 unstated`),
      )
  return faults
}
