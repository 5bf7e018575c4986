import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { MyData } from '../../../../shared/contracts/myData'
import { fullDay, fullMoment, moment, sum } from '../../texts/figures'
import { privacy as words } from '../../texts/privacy'
import { remind } from '../../texts/remind'
import { who } from '../../texts/who'

type Data = ReplyOf<typeof MyData>

export const consentLine = ({ name, text, givenAt, withdrawnAt }: Data['consents'][number]): string =>
  [
    words.whose(name),
    words.consent[text],
    words.given(fullDay(moment(givenAt).day)),
    ...(withdrawnAt === null ? [] : [words.withdrawn(fullDay(moment(withdrawnAt).day))]),
  ].join('，')

export const orderLine = ({ coverageYear, people, fen, state }: Data['orders'][number]): string =>
  `${words.order(coverageYear, people, sum(fen))}，${words.states[state]}`

export const reminderLine = ({ name, kind, state }: Data['reminders'][number]): string =>
  [words.whose(name), remind.kinds[kind], words.reminderStates[state]].join('，')

/** All of it as text that one can paste anywhere and read. */
export const plainText = ({ people, consents, orders, reminders, asOf }: Data): string =>
  [
    words.plain.heading,
    words.plain.asOf(fullMoment(asOf)),
    '',
    words.people,
    ...people.map(({ name, maskedId, relation }) => `${name} ${maskedId} ${who.relations[relation].text}`),
    '',
    words.consents,
    ...consents.map(consentLine),
    '',
    words.orders,
    ...orders.map((order) => `${order.orderNumber} ${orderLine(order)}`),
    '',
    words.reminders,
    ...reminders.map(reminderLine),
  ].join('\n')
