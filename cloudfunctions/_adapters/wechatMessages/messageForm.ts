/**
 * A message in the form of a WeChat template. A template names its fields by type and number (`thing1`, `date2`); the type says
 * what may stand in it (订阅消息参数值内容限制说明), and a value that does not fit loses the whole message (47003).
 */
import { dayText } from '../../../shared/rules/civilDay'
import { yuanText } from '../../../shared/rules/money'
import type { ReminderMessage } from '../../_ports/reminders'

export type Part = 'what' | 'day' | 'state' | 'fen' | 'note'

/** Which field of the template takes which part of our message. */
export type TemplateFields = Readonly<Partial<Record<Part, string>>>

const partTypes: Readonly<Record<Part, readonly string[]>> = {
  what: ['thing'],
  day: ['date', 'time'],
  state: ['phrase', 'thing'],
  fen: ['amount'],
  note: ['thing'],
}

const typeOf = (field: string): string => /^([a-z_]+?)\d+$/.exec(field)?.[1] ?? ''

/** @throws RangeError where a field cannot take what is meant for it: better when it is set up than when it is sent. */
export function checkFields(template: string, fields: TemplateFields): void {
  for (const [part, field] of Object.entries(fields) as [Part, string][])
    if (!partTypes[part].includes(typeOf(field)))
      throw new RangeError(`${template}: ${field} takes no ${part}; ${partTypes[part].join(' or ')} does`)
  if (new Set(Object.values(fields)).size !== Object.keys(fields).length)
    throw new RangeError(`${template}: a field is named twice`)
}

const mostCharacters: Readonly<Record<string, number>> = { thing: 20, phrase: 5 }

/** The `data` of WeChat's request. */
export const dataOf = (fields: TemplateFields, message: ReminderMessage): Record<string, { value: string }> =>
  Object.fromEntries(
    (Object.entries(fields) as [Part, string][]).map(([part, field]) => [
      field,
      { value: cut(written[part](message), mostCharacters[typeOf(field)]) },
    ]),
  )

const written: Readonly<Record<Part, (message: ReminderMessage) => string>> = {
  what: ({ what }) => what,
  day: ({ day }) => dayText(day),
  state: ({ state }) => state,
  fen: ({ fen }) => `${yuanText(fen ?? 0)}元`,
  note: ({ note }) => note,
}

function cut(text: string, most = Infinity): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
